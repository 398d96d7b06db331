package io.kindling.activations;

import io.kindling.activations.loops.ActivationLoops;
import io.kindling.errors.KindlingException;
import io.kindling.math.Indicator;

/**
 * Draws numbers towards zero: f(x) = sign(x) · max(|x| - {@code threshold}, 0).
 *
 * @param threshold how far; at least 0
 */
public record SoftShrink(double threshold) implements Pointwise {

    public SoftShrink {
        if (!(threshold >= 0 && Double.isFinite(threshold))) {
            throw new KindlingException("soft_shrink needs a threshold of at least 0. Received: " + threshold + ".");
        }
    }

    /** Keras' default, a threshold of 0.5. */
    public static SoftShrink of() {
        return new SoftShrink(0.5);
    }

    public static SoftShrink of(double threshold) {
        return new SoftShrink(threshold);
    }

    @Override
    public void forward(float[] x, float[] y, int n) {
        ActivationLoops.BEST.softShrink(x, (float) threshold, y, 0, n);
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * Indicator.ofNotNegative(Math.abs(y[i]));
        }
    }
}
