package io.kindling.layers.core;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.layers.BoundLayer;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.PassThrough;
import io.kindling.tensor.Shape;

/** A layer that is nothing but an activation, applied along the last axis. */
public interface AppliedActivation extends Layer {

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
    default Layer withoutOutputActivation() {
        return new ActivationLayer(new Linear());
    }

    @Override
    default boolean supportsMasking() {
        return true;
    }

    @Override
    default BoundLayer bind(LayerBinding binding) {
        return activation().isIdentity() ? new PassThrough() : new BoundActivation(activation(), binding);
    }
}
