package io.kindling.models;

import io.kindling.layers.Layer;
import io.kindling.layers.WeightSpec;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * One layer in its place in a network.
 *
 * @param name unique in the network, as Keras would name it: {@code dense}, {@code dense_1}
 * @param className Keras' class name
 * @param layer the layer
 * @param input the shape it is given
 * @param output the shape it gives
 * @param weights its weights
 */
public record LayerPlan(
        String name, String className, Layer layer, Shape input, Shape output, List<WeightSpec> weights) {

    /** The number of values in its weights. */
    public long parameterCount() {
        return weights.stream().mapToLong(weight -> weight.shape().size()).sum();
    }
}
