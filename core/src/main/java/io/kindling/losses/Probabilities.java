package io.kindling.losses;

import io.kindling.math.Rows;
import java.util.Arrays;

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

    /** {@code log Σ e^logit} of one row. */
    static double logSum(float[] logits, int start, int columns) {
        float[] row = Arrays.copyOfRange(logits, start, start + columns);
        return softmax(row, row, 0, columns);
    }

    /**
     * Writes the softmax of one row of logits and returns {@code log Σ e^logit}. Loops over what it writes belong into
     * methods of their own: where the JIT has inlined this, it may leave the calls in them as they are.
     */
    static double softmax(float[] logits, float[] probabilities, int start, int columns) {
        float largest = Rows.largest(logits, start, columns);
        Rows.exponentials(logits, largest, probabilities, start, columns);
        float sum = Rows.sum(probabilities, start, columns);
        Rows.scale(probabilities, 1f / sum, start, columns);
        return largest + Math.log(sum);
    }
}
