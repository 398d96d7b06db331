package io.kindling.activations;

import io.kindling.math.Erf;
import io.kindling.math.Exp;

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
    private static final float DENSITY_AT_ZERO = (float) (1 / Math.sqrt(2 * Math.PI));
    private static final float SQRT_TWO_BY_PI = (float) Math.sqrt(2 / Math.PI);
    private static final float CUBIC = 0.044715f;

    /** Keras' default, the exact form. */
    public static Gelu of() {
        return new Gelu(false);
    }

    @Override
    public void forward(float[] x, float[] y, int n) {
        if (approximate) {
            for (int i = 0; i < n; i++) {
                float v = x[i];
                y[i] = 0.5f * v * (1f + tanhPart(v));
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            float v = x[i];
            y[i] = 0.5f * v * (1f + Erf.erf(v * SQRT_HALF));
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        if (approximate) {
            for (int i = 0; i < n; i++) {
                float v = x[i];
                float tanh = tanhPart(v);
                float inner = SQRT_TWO_BY_PI * (1f + 3f * CUBIC * v * v);
                dx[i] = dy[i] * (0.5f * (1f + tanh) + 0.5f * v * (1f - tanh * tanh) * inner);
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            float v = x[i];
            float distribution = 0.5f * (1f + Erf.erf(v * SQRT_HALF));
            dx[i] = dy[i] * (distribution + v * DENSITY_AT_ZERO * Exp.exp(-0.5f * v * v));
        }
    }

    private static float tanhPart(float v) {
        return io.kindling.math.Tanh.tanh(SQRT_TWO_BY_PI * (v + CUBIC * v * v * v));
    }
}
