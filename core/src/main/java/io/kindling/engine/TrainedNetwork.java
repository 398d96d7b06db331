package io.kindling.engine;

import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Weights;

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
            throw new IllegalArgumentException(
                    "The network has " + needed + " " + kind + " parameters. Received: " + received + ".");
        }
    }

    /**
     * Predicts examples, each an array of features.
     *
     * @return one array of outputs per example
     * @throws IllegalArgumentException if an example has another number of features than the network takes
     */
    public float[][] predict(float[][] examples) {
        NetworkPlan plan = network.plan();
        int features = plan.input().size();
        int outputs = plan.output().size();
        int batchSize = Math.max(1, Math.min(examples.length, MiniBatchRows.ofPrediction(plan)));
        float[][] predictions = new float[examples.length][outputs];
        float[] x = new float[batchSize * features];
        try (BoundNetwork running = BoundNetwork.forInference(plan, batchSize)) {
            running.load(weights);
            for (int start = 0; start < examples.length; start += batchSize) {
                int rows = Math.min(batchSize, examples.length - start);
                for (int row = 0; row < rows; row++) {
                    requireFeatures(features, examples[start + row].length);
                    System.arraycopy(examples[start + row], 0, x, row * features, features);
                }
                float[] y = running.predict(x, rows);
                for (int row = 0; row < rows; row++) {
                    System.arraycopy(y, row * outputs, predictions[start + row], 0, outputs);
                }
            }
        }
        return predictions;
    }

    /**
     * The part of this network that leads to a layer, whose values it predicts.
     *
     * @param layer the layer's name
     * @throws IllegalArgumentException if there is none; it lists those there are
     */
    public TrainedNetwork upTo(String layer) {
        Network part = network.upTo(layer);
        return new TrainedNetwork(part, WeightTransfer.of(this, part.plan(), 0).weights());
    }

    private static void requireFeatures(int needed, int received) {
        if (needed != received) {
            throw new IllegalArgumentException(
                    "The network takes examples of " + needed + " features. Received: " + received + ".");
        }
    }
}
