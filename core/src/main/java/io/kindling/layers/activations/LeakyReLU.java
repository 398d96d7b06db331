package io.kindling.layers.activations;

import io.kindling.activations.Activation;
import io.kindling.activations.LeakyRelu;
import io.kindling.layers.core.AppliedActivation;

/**
 * {@link LeakyRelu} as a layer of its own.
 *
 * @param negativeSlope in [0, 1]
 */
public record LeakyReLU(double negativeSlope) implements AppliedActivation {

    public LeakyReLU {
        LeakyRelu.of(negativeSlope);
    }

    /** Keras' default for the layer, a slope of 0.3; that of the function is 0.2. */
    public static LeakyReLU of() {
        return new LeakyReLU(0.3);
    }

    public static LeakyReLU of(double negativeSlope) {
        return new LeakyReLU(negativeSlope);
    }

    @Override
    public Activation activation() {
        return LeakyRelu.of(negativeSlope);
    }
}
