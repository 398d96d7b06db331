package io.kindling.constraints;

import io.kindling.errors.KindlingException;
import io.kindling.registry.Registry;
import io.kindling.tensor.Shape;

/** A limit on a weight, to which it is brought back after every step. */
public interface Constraint {

    /**
     * Changes the {@code shape.size()} values from {@code offset} on so that they keep to the limit.
     *
     * @param shape the weight's shape, laid out as Keras does
     */
    void apply(float[] values, int offset, Shape shape);

    /**
     * Refuses a weight of a shape this limit is not made for.
     *
     * @throws KindlingException if the limit is along an axis the weight does not have
     */
    default void requireShape(Shape shape) {}

    /**
     * The constraint a text names, such as {@code "max_norm(3)"}.
     *
     * @throws KindlingException if the name is unknown; the message lists the known ones
     */
    static Constraint of(String text) {
        return registry().parse(text);
    }

    /** All constraints by Keras' names. */
    static Registry<Constraint> registry() {
        return Constraints.REGISTRY;
    }
}
