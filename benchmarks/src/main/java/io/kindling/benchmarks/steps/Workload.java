package io.kindling.benchmarks.steps;

import io.kindling.benchmarks.digits.LabelledImages;
import io.kindling.layers.Layer;
import io.kindling.layers.convolutional.Conv2D;
import io.kindling.layers.core.Dense;
import io.kindling.layers.pooling.MaxPooling2D;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.models.Network;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A classifier with mini-batches to train it on, the same for every engine.
 *
 * @param name how it is called in the table
 * @param network whose input is stated and whose last activation is softmax
 * @param batchSize examples per step
 * @param operations of a step's matrix products; NaN where the work is not one of products alone
 * @param images what it is trained on; null for random numbers
 */
record Workload(String name, Network network, int batchSize, double operations, LabelledImages images) {
    private static final long SEED = 20260101;
    private static final int BATCHES = 16;
    private static final int BATCH_SIZE = 128;
    private static final int DIGITS = 10;

    /** Dense layers of one activation; the first size is that of the input. */
    static Workload dense(String activation, int... sizes) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < sizes.length - 1; i++) {
            layers.add(Dense.of(sizes[i]).activation(activation).kernelInitializer("he_normal"));
        }
        layers.add(Dense.of(sizes[sizes.length - 1]).activation("softmax"));
        String name =
                Arrays.stream(sizes).mapToObj(String::valueOf).collect(Collectors.joining("-")) + " " + activation;
        return new Workload(
                name, new Sequential(layers).withInput(Shape.of(sizes[0])), BATCH_SIZE, operations(sizes), null);
    }

    /** Each layer has one product forward and two backward, but the first needs no gradient of its input. */
    private static double operations(int... sizes) {
        double operations = 0;
        for (int i = 1; i < sizes.length; i++) {
            operations += (i == 1 ? 2.0 : 3.0) * 2 * BATCH_SIZE * sizes[i - 1] * sizes[i];
        }
        return operations;
    }

    /** Sequences of 28 steps with 28 features. */
    static Workload lstm() {
        Sequential network = Sequential.of(LSTM.of(64), Dense.of(DIGITS).activation("softmax"));
        return new Workload("LSTM(64) over 28x28", network.withInput(Shape.of(28, 28)), BATCH_SIZE, Double.NaN, null);
    }

    /** Images of 28 by 28 pixels. */
    static Workload conv2d() {
        Sequential network = Sequential.of(
                Conv2D.of(16, 3).activation("relu"),
                MaxPooling2D.of(2),
                Conv2D.of(32, 3).activation("relu"),
                MaxPooling2D.of(2),
                new Flatten(),
                Dense.of(DIGITS).activation("softmax"));
        return new Workload(
                "Conv2D(16)-Conv2D(32)", network.withInput(Shape.of(28, 28, 1)), BATCH_SIZE, Double.NaN, null);
    }

    /** A layer of a Transformer over sequences, as {@link EncoderNetwork} has it. */
    static Workload transformer() {
        return new Workload(
                EncoderNetwork.NAME,
                EncoderNetwork.network(DIGITS),
                EncoderNetwork.BATCH_SIZE,
                EncoderNetwork.operations(DIGITS),
                null);
    }

    /** How many images all mini-batches have together. */
    static int imagesNeeded() {
        return BATCHES * BATCH_SIZE;
    }

    /** Whether the network takes so many pixels and tells so many classes apart. */
    boolean takes(LabelledImages digits) {
        return digits.pixels() == inputs() && digits.classes() <= classes();
    }

    /** The same on images, if the network takes them; else this one. */
    Workload on(LabelledImages digits) {
        return takes(digits) ? new Workload(name + ", images", network, batchSize, operations, digits) : this;
    }

    /** Numbers of one example. */
    int inputs() {
        return network.plan().input().size();
    }

    int classes() {
        return network.plan().output().size();
    }

    int batches() {
        return BATCHES;
    }

    Weights initialWeights() {
        return network.plan().initialWeights(SEED);
    }

    /** The features of one mini-batch: of images, or uniform in [0, 1). */
    float[] features(int batch) {
        if (images != null) {
            return images.features(batch * batchSize, batchSize);
        }
        RandomKey key = RandomKey.of(SEED).with(batch);
        float[] features = new float[batchSize * inputs()];
        for (int i = 0; i < features.length; i++) {
            features[i] = key.uniformAt(i);
        }
        return features;
    }

    /** The classes of one mini-batch. */
    float[] labels(int batch) {
        if (images != null) {
            return images.labels(batch * batchSize, batchSize);
        }
        RandomKey key = RandomKey.of(SEED).with(batch).with(1);
        int classes = classes();
        float[] labels = new float[batchSize];
        for (int i = 0; i < batchSize; i++) {
            labels[i] = (int) (key.uniformAt(i) * classes);
        }
        return labels;
    }
}
