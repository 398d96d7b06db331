package io.kindling.activations;

import io.kindling.math.Erf;

/**
 * The Gaussian error linear unit: f(x) = x · Φ(x) with the normal distribution function Φ, or its approximation
 * x/2 · (1 + tanh(√(2/π) (x + 0.044715 x³))).
 *
 * <p>Hendrycks and Gimpel, "Gaussian error linear units", arXiv:1606.08415.
 *
 * @param approximate whether to use the tanh form
 */
public record Gelu(boolean approximate) implements Pointwise {
    private static final float SQRT_HALF = (float) Math.sqrt(0.5);
    /** From here on the derivative is 1, and on the other side 0, to 1e-7; at 6 it would be no more than 0 there. */
    private static final float SLOPE_IS_CONSTANT_FROM = 5.9375f;

    private static final float SQRT_TWO_BY_PI = (float) Math.sqrt(2 / Math.PI);
    private static final float CUBIC = 0.044715f;

    /** Keras' default, the exact form. */
    public static Gelu of() {
        return new Gelu(false);
    }

    @Override
    public void forward(float[] x, float[] y, int n) {
        if (approximate) {
            approximateForward(x, y, n);
        } else {
            exactForward(x, y, n);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        if (approximate) {
            approximateBackward(x, dy, dx, n);
        } else {
            exactBackward(x, dy, dx, n);
        }
    }

    private static void exactForward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = 0.5f * x[i] * (1f + Erf.erf(x[i] * SQRT_HALF));
        }
    }

    private static void exactBackward(float[] x, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * slope(x[i]);
        }
    }

    private static void approximateForward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = 0.5f * x[i] * (1f + tanhPart(x[i]));
        }
    }

    private static void approximateBackward(float[] x, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            float v = x[i];
            float tanh = tanhPart(v);
            float inner = SQRT_TWO_BY_PI * (1f + 3f * CUBIC * v * v);
            dx[i] = dy[i] * (0.5f * (1f + tanh) + 0.5f * v * (1f - tanh * tanh) * inner);
        }
    }

    /**
     * Φ(v) + v · Φ'(v): 1/2 and an odd function, which is fitted by a quotient of polynomials, within 3e-7; quicker than
     * an error function and an exponential.
     */
    private static float slope(float v) {
        float limited = Math.max(-SLOPE_IS_CONSTANT_FROM, Math.min(SLOPE_IS_CONSTANT_FROM, v));
        float square = limited * limited;
        float p = -1.53575688e-11f;
        p = Math.fma(p, square, 2.78501883e-09f);
        p = Math.fma(p, square, -1.00871337e-07f);
        p = Math.fma(p, square, 3.30083298e-05f);
        p = Math.fma(p, square, -0.000148158309f);
        p = Math.fma(p, square, 0.0145299967f);
        p = Math.fma(p, square, -0.0415169465f);
        p = Math.fma(p, square, 0.79788479f);
        float q = 5.55671107e-06f;
        q = Math.fma(q, square, 0.000150208852f);
        q = Math.fma(q, square, 0.00295229586f);
        q = Math.fma(q, square, 0.0369719141f);
        q = Math.fma(q, square, 0.281302016f);
        q = Math.fma(q, square, 1f);
        return 0.5f + limited * p / q;
    }

    private static float tanhPart(float v) {
        return io.kindling.math.Tanh.tanh(SQRT_TWO_BY_PI * (v + CUBIC * v * v * v));
    }
}
