package io.kindling.engine;

import io.kindling.data.FeatureRows;
import io.kindling.errors.KindlingException;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Weights;
import java.util.List;

/**
 * A network with its numbers: what training gives, and what is saved.
 *
 * @param network the network, its input stated
 * @param weights its numbers
 */
public record TrainedNetwork(Network network, Weights weights) {
    public TrainedNetwork {
        NetworkPlan plan = network.plan();
        requireCount("trainable", plan.trainableCount(), weights.trainable().length);
        requireCount("non-trainable", plan.nonTrainableCount(), weights.nonTrainable().length);
    }

    private static void requireCount(String kind, int needed, int received) {
        if (needed != received) {
            throw new KindlingException(
                    "The network has " + needed + " " + kind + " parameters. Received: " + received + ".");
        }
    }

    /**
     * Predicts examples, each an array of features: those of all inputs, one after the other.
     *
     * @return one array of outputs per example
     * @throws KindlingException if an example has another number of features than the network takes
     */
    public float[][] predict(float[][] examples) {
        NetworkPlan plan = network.plan();
        int features = plan.features();
        List<Integer> sizes = plan.inputSizes();
        int outputs = plan.output().size();
        int batchSize = Math.max(1, Math.min(examples.length, MiniBatchRows.ofPrediction(plan)));
        float[][] predictions = new float[examples.length][outputs];
        List<FeatureRows> x =
                sizes.stream().map(size -> new FeatureRows(batchSize, size)).toList();
        try (BoundNetwork running = BoundNetwork.forInference(plan, batchSize)) {
            running.load(weights);
            for (int start = 0; start < examples.length; start += batchSize) {
                int rows = Math.min(batchSize, examples.length - start);
                x.forEach(FeatureRows::clear);
                for (int row = 0; row < rows; row++) {
                    requireFeatures(features, examples[start + row].length);
                    copy(examples[start + row], sizes, x);
                }
                float[] y = running.predict(x);
                for (int row = 0; row < rows; row++) {
                    System.arraycopy(y, row * outputs, predictions[start + row], 0, outputs);
                }
            }
        }
        return predictions;
    }

    private static void copy(float[] example, List<Integer> sizes, List<FeatureRows> x) {
        int from = 0;
        for (int i = 0; i < sizes.size(); i++) {
            FeatureRows input = x.get(i);
            float[] target = input.all();
            System.arraycopy(example, from, target, input.addWritten(), sizes.get(i));
            from += sizes.get(i);
        }
    }

    /**
     * The part of this network that leads to a layer, whose values it predicts.
     *
     * @param layer the layer's name
     * @throws KindlingException if there is none; it lists those there are
     */
    public TrainedNetwork upTo(String layer) {
        Network part = network.upTo(layer);
        return new TrainedNetwork(part, WeightTransfer.of(this, part.plan(), 0).weights());
    }

    private static void requireFeatures(int needed, int received) {
        if (needed != received) {
            throw new KindlingException(
                    "The network takes examples of " + needed + " features. Received: " + received + ".");
        }
    }
}
