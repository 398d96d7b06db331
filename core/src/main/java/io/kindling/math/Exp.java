package io.kindling.math;

/**
 * The exponential function in single precision: e^x = 2^2m · e^r with m = round(x / (2 ln 2)), |r| ≤ ln 2.
 *
 * <p>Within 2 units in the last place of the exact value. It has no branch and no conversion, so the JIT turns a loop
 * over it into vector instructions; {@link Math#fma} is one instruction on every processor Spark is run on.
 */
public final class Exp {
    /** Beyond these e^x is no normal float; results stay finite and above zero. */
    private static final float LARGEST = 88.3f;

    static final float SMALLEST = -87.3f;
    static final float HALF_LOG2_E = 0.721347520444f;
    /** Adding 1.5 · 2^23 rounds to an integer. */
    static final float ROUND = 12582912f;

    /** 2 ln 2 in two parts, the first short enough for exact multiples. */
    static final float TWO_LN2_HIGH = 1.38671875f;

    static final float TWO_LN2_LOW = -4.2438888e-4f;

    /** The polynomial of {@link #restLessOne}, apart from its first term. */
    static final float P1 = 5.00000358e-1f;

    static final float P2 = 1.66666135e-1f;
    static final float P3 = 4.16612551e-2f;
    static final float P4 = 8.33611190e-3f;
    static final float P5 = 1.41047733e-3f;
    static final float P6 = 1.9611229e-4f;

    private Exp() {}

    /** e^x, with x limited to [-87.3, 88.3]; NaN for NaN. */
    public static float exp(float x) {
        return expBelow88(Math.min(LARGEST, x));
    }

    /** {@link #exp} for an x that is known to be at most 88, which saves a comparison. */
    public static float expBelow88(float x) {
        float limited = Math.max(SMALLEST, x);
        float m = halfExponent(limited);
        float root = PowerOfTwo.of(m);
        return (1f + restLessOne(limited, m)) * root * root;
    }

    /** Writes {@code y = e^-|x|} for the first n numbers, which is at most 1; NaN for NaN. */
    public static void ofMinusAbsolute(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = expBelow88(-Math.abs(x[i]));
        }
    }

    /** e^x - 1 without cancellation near zero, for x up to 88; NaN for NaN. */
    public static float expm1(float x) {
        float limited = Math.max(SMALLEST, x);
        float m = halfExponent(limited);
        float root = PowerOfTwo.of(m);
        float power = root * root;
        return Math.fma(power, restLessOne(limited, m), power - 1f);
    }

    private static float halfExponent(float x) {
        return Math.fma(x, HALF_LOG2_E, ROUND) - ROUND;
    }

    /** e^r - 1 for r = x - 2m ln 2 by a polynomial, relatively within 2e-8 of e^r. */
    private static float restLessOne(float x, float m) {
        float r = Math.fma(m, -TWO_LN2_LOW, Math.fma(m, -TWO_LN2_HIGH, x));
        float p = P6;
        p = Math.fma(p, r, P5);
        p = Math.fma(p, r, P4);
        p = Math.fma(p, r, P3);
        p = Math.fma(p, r, P2);
        p = Math.fma(p, r, P1);
        return Math.fma(p, r * r, r);
    }
}
