package io.kindling.engine;

import io.kindling.layers.StepMask;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import io.kindling.tensor.Shape;
import java.util.Optional;

/**
 * A network's output as rows for a loss: one per example, one per time step of each, or, in training, one per member of an
 * ensemble. Belongs to one thread.
 */
final class OutputRows {
    private final int perExample;
    private final int columns;
    /** How many members of an ensemble have the same targets; 1 if there is none. */
    private final int members;

    /** Written anew for each mini-batch, and as long as the largest needs it. */
    private float[] weights = {};

    private float[] targets = {};

    private OutputRows(int perExample, int columns, int members) {
        this.perExample = perExample;
        this.columns = columns;
        this.members = members;
    }

    static OutputRows of(NetworkPlan plan) {
        int columns = plan.output().last();
        return new OutputRows(plan.output().size() / columns, columns, 1);
    }

    /** The rows that training takes the loss of. */
    static OutputRows inTraining(NetworkPlan plan) {
        if (!plan.last().layer().averagesMembers()) {
            return of(plan);
        }
        Shape ofMembers = plan.last().input();
        return new OutputRows(ofMembers.dimension(0), ofMembers.last(), ofMembers.dimension(0));
    }

    /** Rows of one example. */
    int perExample() {
        return perExample;
    }

    /** Values of one row. */
    int columns() {
        return columns;
    }

    /** How many targets one example needs. */
    int targetColumns(Loss loss) {
        return perExample * loss.targetColumns(columns);
    }

    /**
     * The targets of examples as targets of rows: those of a whole ensemble for each of its members.
     *
     * @return valid until the next call
     */
    float[] targets(float[] ofExamples, int examples, int perExample) {
        if (members == 1) {
            return ofExamples;
        }
        int size = Math.multiplyExact(examples, members * perExample);
        if (targets.length < size) {
            targets = new float[size];
        }
        for (int row = 0; row < examples * members; row++) {
            System.arraycopy(ofExamples, row / members * perExample, targets, row * perExample, perExample);
        }
        return targets;
    }

    /**
     * The weights of examples as weights of rows: each repeated for every row of its example. Rows that do not count
     * weigh nothing and the others more, so that the mean over all rows is that over those that count, as in Keras.
     *
     * @param ofExamples one factor per example
     * @param mask which rows count; empty for all
     * @return one factor per row, valid until the next call
     */
    float[] weights(float[] ofExamples, int examples, Optional<StepMask> mask) {
        if (mask.isEmpty() && perExample == 1) {
            return ofExamples;
        }
        int rows = examples * perExample;
        if (weights.length < rows) {
            weights = new float[rows];
        }
        float present = mask.map(given -> (float) rows / Math.max(1, given.count(examples)))
                .orElse(1f);
        for (int i = 0; i < rows; i++) {
            boolean counts = mask.isEmpty() || mask.get().present()[i];
            weights[i] = counts ? present * ofExamples[i / perExample] : 0f;
        }
        return weights;
    }
}
