package io.kindling.math;

/**
 * log(1 + x) in single precision for x from 0 to 1: 2 artanh(x / (2 + x)) as a polynomial, relatively within 2e-7 of
 * the exact value; without branches, like {@link Tanh}.
 */
public final class Log1p {

    private Log1p() {}

    /** log(1 + x), for x in [0, 1]; NaN for NaN. */
    public static float log1p(float x) {
        float s = x / (2f + x);
        float square = s * s;
        float p = 1f / 15;
        p = Math.fma(p, square, 1f / 13);
        p = Math.fma(p, square, 1f / 11);
        p = Math.fma(p, square, 1f / 9);
        p = Math.fma(p, square, 1f / 7);
        p = Math.fma(p, square, 1f / 5);
        p = Math.fma(p, square, 1f / 3);
        return Math.fma(2f * s * square, p, 2f * s);
    }
}
