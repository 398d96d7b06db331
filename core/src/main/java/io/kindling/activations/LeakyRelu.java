package io.kindling.activations;

import io.kindling.errors.KindlingException;

/**
 * The rectifier that lets a little through: f(x) = x for x ≥ 0 and {@code negativeSlope · x} below.
 *
 * <p>Maas, Hannun and Ng, "Rectifier nonlinearities improve neural network acoustic models", ICML 2013.
 *
 * @param negativeSlope in [0, 1]
 */
public record LeakyRelu(double negativeSlope) implements Pointwise {

    public LeakyRelu {
        if (!(negativeSlope >= 0 && negativeSlope <= 1)) {
            throw new KindlingException(
                    "leaky_relu needs a negative_slope in [0, 1]. Received: " + negativeSlope + ".");
        }
    }

    /** Keras' default, a slope of 0.2. */
    public static LeakyRelu of() {
        return new LeakyRelu(0.2);
    }

    public static LeakyRelu of(double negativeSlope) {
        return new LeakyRelu(negativeSlope);
    }

    @Override
    public void forward(float[] x, float[] y, int n) {
        float slope = (float) negativeSlope;
        for (int i = 0; i < n; i++) {
            y[i] = Math.max(x[i], slope * x[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        float slope = (float) negativeSlope;
        for (int i = 0; i < n; i++) {
            // 1 or slope by the sign of x, without a branch so that the loop vectorizes.
            dx[i] = dy[i] * Math.max(slope, Math.min(x[i] * Float.MAX_VALUE, 1f));
        }
    }
}
