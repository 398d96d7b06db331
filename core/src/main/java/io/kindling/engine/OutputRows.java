package io.kindling.engine;

import io.kindling.layers.StepMask;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import java.util.Optional;

/**
 * A network's output as rows for a loss: one per example, or one per time step of each.
 *
 * @param perExample rows of one example
 * @param columns values of one row
 */
record OutputRows(int perExample, int columns) {

    static OutputRows of(NetworkPlan plan) {
        int columns = plan.output().last();
        return new OutputRows(plan.output().size() / columns, columns);
    }

    /** How many targets one example needs. */
    int targetColumns(Loss loss) {
        return perExample * loss.targetColumns(columns);
    }

    /**
     * The weights of examples as weights of rows: each repeated for every row of its example. Rows that do not count
     * weigh nothing and the others more, so that the mean over all rows is that over those that count, as in Keras.
     *
     * @param ofExamples null for 1
     * @param mask which rows count; empty for all
     */
    float[] weights(float[] ofExamples, int examples, Optional<StepMask> mask) {
        if (mask.isEmpty() && (ofExamples == null || perExample == 1)) {
            return ofExamples;
        }
        float[] ofRows = new float[examples * perExample];
        float present = mask.map(given -> (float) ofRows.length / Math.max(1, given.count(examples)))
                .orElse(1f);
        for (int i = 0; i < ofRows.length; i++) {
            boolean counts = mask.isEmpty() || mask.get().present()[i];
            ofRows[i] = counts ? present * (ofExamples == null ? 1f : ofExamples[i / perExample]) : 0f;
        }
        return ofRows;
    }
}
