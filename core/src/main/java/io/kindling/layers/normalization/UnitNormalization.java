package io.kindling.layers.normalization;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.tensor.Shape;
import java.util.Optional;

/** Brings the features of each example to length 1: {@code x / √Σx²}, over the last axis. */
public record UnitNormalization() implements UnaryLayer {
    /** Keras' limit below which a length is not divided by. */
    private static final float SHORTEST_SQUARE = 1e-24f;

    @Override
    public Shape outputShape(Shape input) {
        return input.requireFeatures();
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundNormDivision(Optional.empty(), 1f, 0f, SHORTEST_SQUARE, binding);
    }
}
