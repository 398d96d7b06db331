package io.kindling.engine;

import io.kindling.data.DenseBlock;
import io.kindling.data.Examples;
import io.kindling.errors.KindlingException;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * Trains a network on arrays in this process, without Spark: one worker, nothing to average.
 *
 * <pre>{@code
 * TrainedNetwork trained = new LocalTrainer(Training.of("sparse_categorical_crossentropy").epochs(5))
 *         .fit(network, features, labels);
 * float[][] probabilities = trained.predict(others);
 * }</pre>
 */
public final class LocalTrainer {
    private final Training training;

    public LocalTrainer(Training training) {
        this.training = training;
    }

    /**
     * Trains on examples with one label each.
     *
     * @param network its input is taken from the examples if it does not state it
     * @param features one array per example
     * @param labels one value per example: a class index, a yes/no, or a number
     */
    public TrainedNetwork fit(Network network, float[][] features, float[] labels) {
        float[][] columns = new float[labels.length][];
        for (int i = 0; i < labels.length; i++) {
            columns[i] = new float[] {labels[i]};
        }
        return fit(network, features, columns);
    }

    /** Trains on examples with several label values each. */
    public TrainedNetwork fit(Network network, float[][] features, float[][] labels) {
        if (features.length == 0 || features.length != labels.length) {
            throw new KindlingException("Training needs as many labels as examples, at least one. Received: "
                    + features.length + " examples and " + labels.length + " labels.");
        }
        DenseBlock block = new DenseBlock(
                features[0].length, flat(features, "features"), labels[0].length, flat(labels, "labels"), null);
        Examples examples = new Examples(List.of(block.compact()));
        Network stated = network.withInput(Shape.of(features[0].length));
        NetworkPlan plan = stated.plan();
        if (plan.features() != features[0].length) {
            throw new KindlingException("The network takes examples of " + plan.features() + " features. Received: "
                    + features[0].length + ".");
        }
        TrainingState state = TrainingState.initial(plan, training);
        try (LocalSteps steps = new LocalSteps(plan, training)) {
            for (int epoch = 0; epoch < training.epochs(); epoch++) {
                state = steps.run(state, examples, new Round(epoch, 0, 0, Integer.MAX_VALUE))
                        .state();
            }
        }
        return new TrainedNetwork(stated, state.weights());
    }

    private static float[] flat(float[][] rows, String what) {
        int columns = rows[0].length;
        float[] flat = new float[Math.multiplyExact(rows.length, columns)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new KindlingException("Every example needs " + columns + " " + what + ". Received: "
                        + rows[i].length + " in example " + i + ".");
            }
            System.arraycopy(rows[i], 0, flat, i * columns, columns);
        }
        return flat;
    }
}
