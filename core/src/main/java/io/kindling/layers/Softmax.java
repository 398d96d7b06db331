package io.kindling.layers;

import io.kindling.activations.Activation;

/** {@link io.kindling.activations.Softmax} over the last axis as a layer of its own. */
public record Softmax() implements AppliedActivation {

    @Override
    public Activation activation() {
        return new io.kindling.activations.Softmax();
    }
}
