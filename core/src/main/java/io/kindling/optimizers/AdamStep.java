package io.kindling.optimizers;

/** The arithmetic that Adam and its variants share, in loops the JIT vectorizes. */
final class AdamStep {
    /**
     * Added and taken away again, it rounds away what is far too small to move a weight. The mean gradient of a weight that
     * has had none for long, as of a pixel that is seldom set, would else make steps below the normal numbers, which take
     * processors a hundred times as long.
     */
    private static final float NEGLIGIBLE = 0x1p-80f;

    private static final float NEGLIGIBLE_SQUARE = 0x1p-100f;

    private AdamStep() {}

    /** The step size with the correction for means that start at zero. */
    static float rate(double learningRate, double beta1, double beta2, long step) {
        double t = step + 1.0;
        return (float) (learningRate * Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t)));
    }

    /** {@code m += (1 - beta1)(g - m), v += (1 - beta2)(g² - v), w -= rate · m / (√v + epsilon)}. */
    static void apply(
            float[] w, float[] g, float[] m, float[] v, float rate, float toMean, float toSquare, float epsilon) {
        for (int i = 0; i < w.length; i++) {
            float gradient = g[i];
            float mean = m[i] + (gradient - m[i]) * toMean + NEGLIGIBLE - NEGLIGIBLE;
            float square = v[i] + (gradient * gradient - v[i]) * toSquare + NEGLIGIBLE_SQUARE - NEGLIGIBLE_SQUARE;
            m[i] = mean;
            v[i] = square;
            w[i] -= rate * mean / ((float) Math.sqrt(square) + epsilon);
        }
    }

    /** As {@link #apply}, dividing by the largest {@code v} so far. */
    static void applyAmsgrad(
            float[] w, float[] g, float[][] slots, float rate, float toMean, float toSquare, float epsilon) {
        float[] m = slots[0];
        float[] v = slots[1];
        float[] largest = slots[2];
        for (int i = 0; i < w.length; i++) {
            float gradient = g[i];
            float mean = m[i] + (gradient - m[i]) * toMean + NEGLIGIBLE - NEGLIGIBLE;
            float square = v[i] + (gradient * gradient - v[i]) * toSquare + NEGLIGIBLE_SQUARE - NEGLIGIBLE_SQUARE;
            float most = Math.max(largest[i], square);
            m[i] = mean;
            v[i] = square;
            largest[i] = most;
            w[i] -= rate * mean / ((float) Math.sqrt(most) + epsilon);
        }
    }
}
