package io.kindling.initializers;

import io.kindling.errors.KindlingException;
import io.kindling.random.RandomKey;
import io.kindling.registry.Registry;
import io.kindling.tensor.Shape;

/** How a weight starts. The same key gives the same values on every machine. */
public interface Initializer {

    /**
     * Fills {@code shape.size()} values from {@code offset} on.
     *
     * @param shape the weight's shape; the last axis is its output, the others its input
     */
    void fill(float[] values, int offset, Shape shape, RandomKey key);

    /**
     * The initializer a text names, such as {@code "he_normal"}.
     *
     * @throws KindlingException if the name is unknown; the message lists the known ones
     */
    static Initializer of(String text) {
        return registry().parse(text);
    }

    /** All initializers by Keras' names. */
    static Registry<Initializer> registry() {
        return Initializers.REGISTRY;
    }
}
