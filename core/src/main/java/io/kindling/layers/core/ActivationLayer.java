package io.kindling.layers.core;

import io.kindling.activations.Activation;
import java.util.Objects;

/**
 * An activation as a layer of its own; Keras' {@code Activation}.
 *
 * @param activation what is applied to the input
 */
public record ActivationLayer(Activation activation) implements AppliedActivation {

    public ActivationLayer {
        Objects.requireNonNull(activation, "Activation needs an activation. Received: null.");
    }

    public static ActivationLayer of(Activation activation) {
        return new ActivationLayer(activation);
    }

    /** By name, such as {@code "relu"}. */
    public static ActivationLayer of(String activation) {
        return new ActivationLayer(Activation.of(activation));
    }
}
