package io.kindling.layers.reshaping;

import io.kindling.layers.BoundPassThrough;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.tensor.Shape;

/** Makes a vector of whatever it is given, in row-major order. */
public record Flatten() implements UnaryLayer {

    public static Flatten of() {
        return new Flatten();
    }

    @Override
    public Shape outputShape(Shape input) {
        return Shape.of(input.size());
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundPassThrough();
    }
}
