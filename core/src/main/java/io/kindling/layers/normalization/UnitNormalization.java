package io.kindling.layers.normalization;

import io.kindling.layers.BoundLayer;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.tensor.Shape;

/** Brings the features of each example to length 1: {@code x / √Σx²}, over the last axis. */
public record UnitNormalization() implements Layer {
    /** Keras' limit below which a length is not divided by. */
    private static final float SHORTEST_SQUARE = 1e-24f;

    @Override
    public Shape outputShape(Shape input) {
        return Normalizations.requireFeatures(input);
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        return new DividedByNorm(null, 1f, 0f, SHORTEST_SQUARE, binding);
    }
}
