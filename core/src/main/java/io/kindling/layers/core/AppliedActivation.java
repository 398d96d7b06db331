package io.kindling.layers.core;

import io.kindling.activations.Activation;
import io.kindling.layers.BoundPassThrough;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.tensor.Shape;

/** A layer that is nothing but an activation, applied along the last axis. */
public interface AppliedActivation extends UnaryLayer {

    /** What is applied. */
    Activation activation();

    @Override
    default Shape outputShape(Shape input) {
        return input.rank() == 0 ? input : input.withLast(activation().outputColumns(input.last()));
    }

    @Override
    default Activation outputActivation() {
        return activation();
    }

    @Override
    default boolean supportsMasking() {
        return true;
    }

    @Override
    default BoundUnaryLayer bind(LayerBinding binding) {
        return activation().isIdentity() ? new BoundPassThrough() : new BoundActivation(activation(), binding);
    }
}
