package io.kindling.layers;

import io.kindling.errors.KindlingException;
import io.kindling.tensor.Shape;
import java.util.List;

/** A layer with one input, as most are. */
public interface UnaryLayer extends Layer {

    /**
     * The shape of the output.
     *
     * @throws KindlingException if this layer cannot take such an input: what it needs, and what it got
     */
    Shape outputShape(Shape input);

    /** The weights, in Keras' order; none unless a layer says otherwise. */
    default List<WeightSpec> weights(Shape input) {
        return List.of();
    }

    @Override
    BoundUnaryLayer bind(LayerBinding binding);

    @Override
    default Shape outputShape(List<Shape> inputs) {
        return outputShape(only(inputs));
    }

    @Override
    default List<WeightSpec> weights(List<Shape> inputs) {
        return weights(only(inputs));
    }

    private static Shape only(List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw new KindlingException("It takes one input. Received: " + inputs.size() + ", " + inputs + ".");
        }
        return inputs.get(0);
    }
}
