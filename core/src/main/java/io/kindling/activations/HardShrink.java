package io.kindling.activations;

import io.kindling.activations.loops.ActivationLoops;
import io.kindling.errors.KindlingException;
import io.kindling.math.Indicator;

/**
 * Sets what is small to zero: f(x) = x for |x| > {@code threshold}, else 0.
 *
 * @param threshold at least 0
 */
public record HardShrink(double threshold) implements Pointwise {

    public HardShrink {
        if (!(threshold >= 0 && Double.isFinite(threshold))) {
            throw new KindlingException("hard_shrink needs a threshold of at least 0. Received: " + threshold + ".");
        }
    }

    /** Keras' default, a threshold of 0.5. */
    public static HardShrink of() {
        return new HardShrink(0.5);
    }

    public static HardShrink of(double threshold) {
        return new HardShrink(threshold);
    }

    @Override
    public void forward(float[] x, float[] y, int n) {
        ActivationLoops.BEST.shrink(x, (float) threshold, y, 0, n);
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * Indicator.ofNotNegative(Math.abs(y[i]));
        }
    }
}
