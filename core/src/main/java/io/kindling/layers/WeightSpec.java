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
 * @param trainable whether gradients change it; statistics are weights that are not
 */
public record WeightSpec(
        String name,
        Shape shape,
        Initializer initializer,
        Regularizer regularizer,
        Constraint constraint,
        boolean trainable) {

    public WeightSpec {
        if (constraint != null) {
            constraint.requireShape(shape);
        }
    }

    /** The same under another name. */
    public WeightSpec named(String name) {
        return new WeightSpec(name, shape, initializer, regularizer, constraint, trainable);
    }

    /** A weight that gradients change, with a penalty or null and a limit or null. */
    public static WeightSpec trainable(
            String name, Shape shape, Initializer initializer, Regularizer regularizer, Constraint constraint) {
        return new WeightSpec(name, shape, initializer, regularizer, constraint, true);
    }

    /** A weight that training changes by other means than gradients. */
    public static WeightSpec statistic(String name, Shape shape, Initializer initializer) {
        return new WeightSpec(name, shape, initializer, null, null, false);
    }
}
