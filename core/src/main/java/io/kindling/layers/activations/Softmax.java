package io.kindling.layers.activations;

import io.kindling.activations.Activation;
import io.kindling.layers.core.AppliedActivation;

/** {@link io.kindling.activations.Softmax} over the last axis as a layer of its own. */
public record Softmax() implements AppliedActivation {

    @Override
    public Activation activation() {
        return new io.kindling.activations.Softmax();
    }
}
