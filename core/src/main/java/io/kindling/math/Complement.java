package io.kindling.math;

/**
 * 1 - e^x for x ≤ 0, of a probability's logarithm the other probability, without cancellation near zero: e^x = 2^m · e^r
 * with m = round(x / ln 2), |r| ≤ ln 2 / 2.
 *
 * <p>Relatively within 2e-7 of the exact value. Below zero e^x is at most 1, which spares {@link Exp}'s two halves of a
 * power, the second half of ln 2 and a term of the polynomial.
 */
public final class Complement {
    /** From here on 1 - e^x is 1. */
    static final float SMALLEST = -18f;

    static final float LOG2_E = 1.44269504089f;
    static final float LN2 = 0.69314718056f;

    /**
     * Adding it rounds to an integer, as {@link Exp#ROUND} does, and leaves in the lowest nine bits of the sum the
     * sign and exponent of -2^m.
     */
    static final float ROUND = Exp.ROUND + 256 + 127;

    /** The polynomial of {@link #restLessOne}, apart from its first term. */
    static final float P1 = 4.9999983e-1f;

    static final float P2 = 1.6666516e-1f;
    static final float P3 = 4.1670597e-2f;
    static final float P4 = 8.3691508e-3f;
    static final float P5 = 1.3706694e-3f;

    private Complement() {}

    /** 1 - e^x for x up to 0; NaN for NaN. */
    public static float ofExp(float x) {
        float limited = Math.max(SMALLEST, x);
        float m = Math.fma(limited, LOG2_E, ROUND) - ROUND;
        float power = PowerOfTwo.of(m);
        return Math.fma(-power, restLessOne(limited, m), 1f - power);
    }

    /** e^r - 1 for r = x - m ln 2 by a polynomial, relatively within 1e-8. */
    private static float restLessOne(float x, float m) {
        float r = Math.fma(m, -LN2, x);
        float p = P5;
        p = Math.fma(p, r, P4);
        p = Math.fma(p, r, P3);
        p = Math.fma(p, r, P2);
        p = Math.fma(p, r, P1);
        return Math.fma(p, r * r, r);
    }
}
