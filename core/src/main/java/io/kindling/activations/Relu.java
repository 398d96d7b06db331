package io.kindling.activations;

import io.kindling.errors.KindlingException;

/**
 * The rectifier: f(x) = x above the threshold, at most {@code maxValue}, and
 * {@code negativeSlope · (x - threshold)} below. With the defaults, f(x) = max(x, 0).
 *
 * <p>Nair and Hinton, "Rectified linear units improve restricted Boltzmann machines", ICML 2010.
 *
 * @param negativeSlope at least 0
 * @param maxValue at least 0, or null for no limit
 * @param threshold at least 0
 */
public record Relu(double negativeSlope, Double maxValue, double threshold) implements Pointwise {

    public Relu {
        requireNotNegative("negative_slope", negativeSlope);
        requireNotNegative("max_value", maxValue == null ? 0 : maxValue);
        requireNotNegative("threshold", threshold);
    }

    /** f(x) = max(x, 0). */
    public static Relu of() {
        return new Relu(0, null, 0);
    }

    @Override
    public void forward(float[] x, float[] y, int n) {
        if (isPlain()) {
            for (int i = 0; i < n; i++) {
                y[i] = Math.max(x[i], 0f);
            }
            return;
        }
        float slope = (float) negativeSlope;
        float limit = limit();
        float start = (float) threshold;
        for (int i = 0; i < n; i++) {
            float v = x[i];
            y[i] = v >= start ? Math.min(v, limit) : slope * (v - start);
        }
    }

    @Override
    public boolean isInPlace() {
        return isPlain();
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        if (isPlain()) {
            for (int i = 0; i < n; i++) {
                // y is never negative, so this is dy times 0 or 1: no branch, and the loop vectorizes.
                dx[i] = dy[i] * Math.min(y[i] * Float.MAX_VALUE, 1f);
            }
            return;
        }
        float slope = (float) negativeSlope;
        float limit = limit();
        float start = (float) threshold;
        for (int i = 0; i < n; i++) {
            float v = x[i];
            dx[i] = dy[i] * (v > start ? (v < limit ? 1f : 0f) : slope);
        }
    }

    private boolean isPlain() {
        return negativeSlope == 0 && maxValue == null && threshold == 0;
    }

    private float limit() {
        return maxValue == null ? Float.POSITIVE_INFINITY : maxValue.floatValue();
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new KindlingException("relu needs a " + name + " of at least 0. Received: " + value + ".");
        }
    }
}
