package io.kindling.layers;

import io.kindling.errors.KindlingException;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * States the shape of one example, first in a network; Keras' {@code keras.Input}.
 *
 * @param shape without the batch axis
 */
public record Input(Shape shape) implements UnaryLayer {

    public static Input of(Shape shape) {
        return new Input(shape);
    }

    public static Input of(int... dimensions) {
        return new Input(Shape.of(dimensions));
    }

    /** The shape stated, which an example given must have as many values as. */
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.isEmpty() ? shape : UnaryLayer.super.outputShape(inputs);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.size() != shape.size()) {
            throw new KindlingException("It needs examples of shape " + shape + ", that is " + shape.size()
                    + " values. Received: " + input + ".");
        }
        return shape;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundPassThrough();
    }
}
