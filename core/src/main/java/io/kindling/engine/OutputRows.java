package io.kindling.engine;

import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;

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

    /** The weights of examples as weights of rows: each repeated for every row of its example. */
    float[] weights(float[] ofExamples, int examples) {
        if (ofExamples == null || perExample == 1) {
            return ofExamples;
        }
        float[] repeated = new float[examples * perExample];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = ofExamples[i / perExample];
        }
        return repeated;
    }
}
