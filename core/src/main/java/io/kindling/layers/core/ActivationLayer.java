package io.kindling.layers.core;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.layers.KernelLayer;
import io.kindling.layers.Layer;
import java.util.List;
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

    /** The parts of a layer that ends with an activation: the layer without it, and the activation. */
    public static List<Layer> apart(KernelLayer<?> layer) {
        return layer.activation().isIdentity()
                ? List.of(layer)
                : List.of(layer.activation(new Linear()), new ActivationLayer(layer.activation()));
    }

    /** By name, such as {@code "relu"}. */
    public static ActivationLayer of(String activation) {
        return new ActivationLayer(Activation.of(activation));
    }
}
