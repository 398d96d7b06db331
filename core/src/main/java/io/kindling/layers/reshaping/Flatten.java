package io.kindling.layers.reshaping;

import io.kindling.layers.BoundLayer;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.PassThrough;
import io.kindling.tensor.Shape;

/** Makes a vector of whatever it is given, in row-major order. */
public record Flatten() implements Layer {

    @Override
    public Shape outputShape(Shape input) {
        return Shape.of(input.size());
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        return new PassThrough();
    }
}
