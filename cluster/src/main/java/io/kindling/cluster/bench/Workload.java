package io.kindling.cluster.bench;

import io.kindling.layers.Dense;
import io.kindling.layers.Layer;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A dense network with mini-batches to train it on, the same for every engine.
 *
 * @param sizes inputs, then the units of each layer
 * @param activation of the hidden layers; the last is softmax
 * @param batchSize examples per step
 */
record Workload(List<Integer> sizes, String activation, int batchSize) {
    private static final long SEED = 20260101;
    private static final int BATCHES = 16;

    /** With mini-batches of 128. */
    static Workload of(String activation, int... sizes) {
        return new Workload(Arrays.stream(sizes).boxed().toList(), activation, 128);
    }

    /** {@code 784-64-32-10 relu}. */
    String name() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("-")) + " " + activation;
    }

    int inputs() {
        return sizes.get(0);
    }

    int classes() {
        return sizes.get(sizes.size() - 1);
    }

    int batches() {
        return BATCHES;
    }

    Sequential network() {
        List<Layer> layers = new ArrayList<>();
        for (int units : sizes.subList(1, sizes.size() - 1)) {
            layers.add(Dense.of(units).activation(activation).kernelInitializer("he_normal"));
        }
        layers.add(Dense.of(classes()).activation("softmax"));
        return new Sequential(layers).withInput(Shape.of(inputs()));
    }

    Weights initialWeights() {
        return network().plan().initialWeights(SEED);
    }

    /** The features of one mini-batch, uniform in [0, 1). */
    float[] features(int batch) {
        RandomKey key = RandomKey.of(SEED).with(batch);
        float[] features = new float[batchSize * inputs()];
        for (int i = 0; i < features.length; i++) {
            features[i] = key.uniformAt(i);
        }
        return features;
    }

    /** The classes of one mini-batch. */
    float[] labels(int batch) {
        RandomKey key = RandomKey.of(SEED).with(batch).with(1);
        float[] labels = new float[batchSize];
        for (int i = 0; i < batchSize; i++) {
            labels[i] = (int) (key.uniformAt(i) * classes());
        }
        return labels;
    }
}
