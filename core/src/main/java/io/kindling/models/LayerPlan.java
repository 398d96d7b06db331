package io.kindling.models;

import io.kindling.layers.Layer;
import io.kindling.layers.WeightSpec;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * One layer in its place in a network. A layer that several places share has the same name and weights in each.
 *
 * @param name as Keras would name it: {@code dense}, {@code dense_1}
 * @param className Keras' class name
 * @param layer the layer
 * @param from the places it is fed by, as their indices in the plan; none for an input of the network
 * @param inputs the shapes it is given
 * @param output the shape it gives
 * @param weights its weights
 */
public record LayerPlan(
        String name,
        String className,
        Layer layer,
        List<Integer> from,
        List<Shape> inputs,
        Shape output,
        List<WeightSpec> weights) {

    public LayerPlan {
        from = List.copyOf(from);
        inputs = List.copyOf(inputs);
        weights = List.copyOf(weights);
    }

    /** Whether it is an input of the network. */
    public boolean isInput() {
        return from.isEmpty();
    }

    /** The shape it is given, if that is one. */
    public Shape input() {
        return inputs.get(0);
    }

    /** The number of values in its weights. */
    public long parameterCount() {
        return weights.stream().mapToLong(weight -> weight.shape().size()).sum();
    }
}
