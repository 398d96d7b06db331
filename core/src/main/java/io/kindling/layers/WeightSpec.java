package io.kindling.layers;

import io.kindling.constraints.Constraint;
import io.kindling.initializers.Initializer;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;

/**
 * What is to be known of a weight before it exists.
 *
 * @param name Keras' name, such as {@code kernel}
 * @param shape its shape, laid out as Keras does
 * @param initializer how it starts
 * @param regularizer the penalty on it, or null
 * @param constraint the limit on it, or null
 * @param change what changes it
 */
public record WeightSpec(
        String name,
        Shape shape,
        Initializer initializer,
        Regularizer regularizer,
        Constraint constraint,
        Change change) {

    /** What changes a weight in training. */
    public enum Change {
        /** The optimizer, by its gradient. */
        GRADIENT,
        /** Its layer, as a statistic of what it sees. */
        STATISTIC,
        /** Nothing: it is frozen. */
        NONE
    }

    public WeightSpec {
        if (constraint != null) {
            constraint.requireShape(shape);
        }
    }

    /** Whether gradients change it. */
    public boolean trainable() {
        return change == Change.GRADIENT;
    }

    /** Whether nothing changes it. */
    public boolean isFrozen() {
        return change == Change.NONE;
    }

    /** The same, as training leaves it; a penalty on what nobody changes is none. */
    public WeightSpec frozen() {
        return new WeightSpec(name, shape, initializer, null, null, Change.NONE);
    }

    /** The same under another name. */
    public WeightSpec named(String name) {
        return new WeightSpec(name, shape, initializer, regularizer, constraint, change);
    }

    /** A weight that gradients change, with a penalty or null and a limit or null. */
    public static WeightSpec trainable(
            String name, Shape shape, Initializer initializer, Regularizer regularizer, Constraint constraint) {
        return new WeightSpec(name, shape, initializer, regularizer, constraint, Change.GRADIENT);
    }

    /** A weight that training changes by other means than gradients. */
    public static WeightSpec statistic(String name, Shape shape, Initializer initializer) {
        return new WeightSpec(name, shape, initializer, null, null, Change.STATISTIC);
    }
}
