package io.kindling.regularizers;

import io.kindling.errors.KindlingException;
import io.kindling.registry.Registry;

/** A penalty on the size of a weight, added to the loss. */
public interface Regularizer {

    /** The penalty of {@code count} values from {@code offset} on. */
    double penalty(float[] values, int offset, int count);

    /** Adds the penalty's derivative to the gradient of the same values. */
    void addGradient(float[] values, float[] gradient, int offset, int count);

    /**
     * The regularizer a text names, such as {@code "l2(0.001)"}.
     *
     * @throws KindlingException if the name is unknown; the message lists the known ones
     */
    static Regularizer of(String text) {
        return registry().parse(text);
    }

    /** All regularizers by Keras' names. */
    static Registry<Regularizer> registry() {
        return Regularizers.REGISTRY;
    }
}
