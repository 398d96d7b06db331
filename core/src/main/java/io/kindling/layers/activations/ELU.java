package io.kindling.layers.activations;

import io.kindling.activations.Activation;
import io.kindling.activations.Elu;
import io.kindling.layers.core.AppliedActivation;

/**
 * {@link Elu} as a layer of its own.
 *
 * @param alpha positive
 */
public record ELU(double alpha) implements AppliedActivation {

    public ELU {
        Elu.of(alpha);
    }

    /** Keras' default, alpha = 1. */
    public static ELU of() {
        return new ELU(1);
    }

    public static ELU of(double alpha) {
        return new ELU(alpha);
    }

    @Override
    public Activation activation() {
        return Elu.of(alpha);
    }
}
