package io.kindling.layers.activations;

import io.kindling.activations.Activation;
import io.kindling.activations.Relu;
import io.kindling.layers.core.AppliedActivation;

/**
 * {@link Relu} as a layer of its own.
 *
 * @param maxValue at least 0, or null for no limit
 * @param negativeSlope at least 0
 * @param threshold at least 0
 */
public record ReLU(Double maxValue, double negativeSlope, double threshold) implements AppliedActivation {

    public ReLU {
        activation(maxValue, negativeSlope, threshold);
    }

    /** Keras' defaults: {@code max(x, 0)}. */
    public static ReLU of() {
        return new ReLU(null, 0, 0);
    }

    @Override
    public Activation activation() {
        return activation(maxValue, negativeSlope, threshold);
    }

    private static Activation activation(Double maxValue, double negativeSlope, double threshold) {
        return new Relu(negativeSlope, maxValue, threshold);
    }
}
