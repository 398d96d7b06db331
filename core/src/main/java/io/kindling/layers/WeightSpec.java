package io.kindling.layers;

import io.kindling.constraints.Constraint;
import io.kindling.initializers.Initializer;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.Optional;

/**
 * What is to be known of a weight before it exists. {@link WeightOptions#weight} makes one that is trained.
 *
 * @param name Keras' name, such as {@code kernel}
 * @param shape its shape, laid out as Keras does
 * @param options how it starts, and what holds it
 * @param change what changes it
 */
public record WeightSpec(String name, Shape shape, WeightOptions options, Change change) {

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
        options.constraint().ifPresent(constraint -> constraint.requireShape(shape));
    }

    /** A weight that training changes by other means than gradients. */
    public static WeightSpec statistic(String name, Shape shape, Initializer initializer) {
        return new WeightSpec(name, shape, WeightOptions.of(initializer), Change.STATISTIC);
    }

    public Initializer initializer() {
        return options.initializer();
    }

    public Optional<Regularizer> regularizer() {
        return options.regularizer();
    }

    public Optional<Constraint> constraint() {
        return options.constraint();
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
        return new WeightSpec(name, shape, WeightOptions.of(initializer()), Change.NONE);
    }

    /** The same under another name. */
    public WeightSpec named(String name) {
        return new WeightSpec(name, shape, options, change);
    }
}
