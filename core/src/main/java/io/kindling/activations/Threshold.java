package io.kindling.activations;

import io.kindling.activations.loops.ActivationLoops;
import io.kindling.errors.KindlingException;
import io.kindling.math.Indicator;

/**
 * Replaces what is not above a threshold: f(x) = x for x > {@code threshold}, else {@code defaultValue}.
 *
 * @param threshold finite
 * @param defaultValue finite
 */
public record Threshold(double threshold, double defaultValue) implements Pointwise {

    public Threshold {
        requireFinite("threshold", threshold);
        requireFinite("default_value", defaultValue);
    }

    public static Threshold of(double threshold, double defaultValue) {
        return new Threshold(threshold, defaultValue);
    }

    @Override
    public void forward(float[] x, float[] y, int n) {
        ActivationLoops.BEST.threshold(x, (float) threshold, (float) defaultValue, y, 0, n);
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        float limit = (float) threshold;
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * Indicator.positive(x[i] - limit);
        }
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new KindlingException("threshold needs a finite " + name + ". Received: " + value + ".");
        }
    }
}
