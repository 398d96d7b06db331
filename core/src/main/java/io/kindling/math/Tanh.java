package io.kindling.math;

/**
 * The hyperbolic tangent in single precision, a quotient of two polynomials (the one Eigen uses), within 3e-7 of
 * the exact value.
 *
 * <p>It has no branch and no conversion, so the JIT turns a loop over it into vector instructions: about a hundred
 * times faster than {@link Math#tanh}.
 */
public final class Tanh {
    /** From here on tanh is 1 in single precision. */
    static final float LIMIT = 7.99881172180175781f;

    /** The numerator divided by x, in powers of x². */
    static final float P0 = 4.89352455891786e-03f;

    static final float P1 = 6.37261928875436e-04f;
    static final float P2 = 1.48572235717979e-05f;
    static final float P3 = 5.12229709037114e-08f;
    static final float P4 = -8.60467152213735e-11f;
    static final float P5 = 2.00018790482477e-13f;
    static final float P6 = -2.76076847742355e-16f;

    /** The denominator, in powers of x². */
    static final float Q0 = 4.89352518554385e-03f;

    static final float Q1 = 2.26843463243900e-03f;
    static final float Q2 = 1.18534705686654e-04f;
    static final float Q3 = 1.19825839466702e-06f;

    private Tanh() {}

    /** tanh(x); NaN for NaN. */
    public static float tanh(float x) {
        float limited = Math.max(-LIMIT, Math.min(LIMIT, x));
        float square = limited * limited;
        float p = P6;
        p = Math.fma(p, square, P5);
        p = Math.fma(p, square, P4);
        p = Math.fma(p, square, P3);
        p = Math.fma(p, square, P2);
        p = Math.fma(p, square, P1);
        p = Math.fma(p, square, P0);
        float q = Q3;
        q = Math.fma(q, square, Q2);
        q = Math.fma(q, square, Q1);
        q = Math.fma(q, square, Q0);
        return limited * p / q;
    }
}
