package io.kindling.activations;

import io.kindling.math.Exp;
import io.kindling.math.Indicator;

/**
 * The scaled exponential linear unit: f(x) = scale · x for x > 0 and scale · alpha · (e^x - 1) below, which keeps
 * mean 0 and variance 1 through deep networks with LeCun-normal weights.
 *
 * <p>Klambauer et al., "Self-normalizing neural networks", NeurIPS 2017, arXiv:1706.02515.
 */
public record Selu() implements Pointwise {
    private static final float ALPHA = 1.6732632423543772f;
    private static final float SCALE = 1.0507009873554805f;

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = SCALE * (Math.max(x[i], 0f) + ALPHA * Exp.expm1(Math.min(x[i], 0f)));
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            // At zero and below e^x · alpha · scale, above it scale.
            dx[i] = dy[i] * (Math.min(y[i], 0f) + SCALE * ALPHA + (SCALE - SCALE * ALPHA) * Indicator.positive(y[i]));
        }
    }
}
