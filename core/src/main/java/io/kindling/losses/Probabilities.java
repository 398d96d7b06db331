package io.kindling.losses;

/** What the cross-entropies share: Keras' limits on probabilities, and the softmax of one row. */
final class Probabilities {
    /** Keras' {@code backend.epsilon()}: probabilities are kept this far from 0 and 1. */
    static final float EPSILON = 1e-7f;

    private Probabilities() {}

    static float clip(float probability) {
        return Math.max(EPSILON, Math.min(1f - EPSILON, probability));
    }

    /** Whether the limits leave a probability as it is, so that its derivative passes. */
    static boolean isInside(float probability) {
        return probability >= EPSILON && probability <= 1f - EPSILON;
    }

    /** Writes the softmax of one row of logits and returns log Σ e^logit. */
    static double softmax(float[] logits, float[] probabilities, int start, int columns) {
        int end = start + columns;
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = start; i < end; i++) {
            largest = Math.max(largest, logits[i]);
        }
        double sum = 0;
        for (int i = start; i < end; i++) {
            float e = io.kindling.math.Exp.exp(logits[i] - largest);
            probabilities[i] = e;
            sum += e;
        }
        float inverse = (float) (1 / sum);
        for (int i = start; i < end; i++) {
            probabilities[i] *= inverse;
        }
        return largest + Math.log(sum);
    }

    /** The sum of one row. */
    static float sum(float[] values, int start, int columns) {
        float sum = 0;
        for (int i = start; i < start + columns; i++) {
            sum += values[i];
        }
        return sum;
    }
}
