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
    private static final float LIMIT = 7.99881172180175781f;

    private Tanh() {}

    /** tanh(x); NaN for NaN. */
    public static float tanh(float x) {
        float limited = Math.max(-LIMIT, Math.min(LIMIT, x));
        float square = limited * limited;
        float p = -2.76076847742355e-16f;
        p = Math.fma(p, square, 2.00018790482477e-13f);
        p = Math.fma(p, square, -8.60467152213735e-11f);
        p = Math.fma(p, square, 5.12229709037114e-08f);
        p = Math.fma(p, square, 1.48572235717979e-05f);
        p = Math.fma(p, square, 6.37261928875436e-04f);
        p = Math.fma(p, square, 4.89352455891786e-03f);
        float q = 1.19825839466702e-06f;
        q = Math.fma(q, square, 1.18534705686654e-04f);
        q = Math.fma(q, square, 2.26843463243900e-03f);
        q = Math.fma(q, square, 4.89352518554385e-03f);
        return limited * p / q;
    }
}
