package io.kindling.layers;

import io.kindling.constraints.Constraint;
import io.kindling.initializers.Initializer;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.Objects;
import java.util.Optional;

/**
 * How a weight of a layer starts, and what holds it in training. In JSON they are options of the layer, as in Keras:
 * {@code kernel_initializer}, {@code kernel_regularizer} and {@code kernel_constraint}.
 *
 * @param initializer how it starts
 * @param regularizer the penalty on it
 * @param constraint the limit on it
 */
public record WeightOptions(
        Initializer initializer, Optional<Regularizer> regularizer, Optional<Constraint> constraint) {

    public WeightOptions {
        Objects.requireNonNull(initializer, "A weight needs an initializer. Received: null.");
    }

    /** A weight without penalty and limit. */
    public static WeightOptions of(Initializer initializer) {
        return new WeightOptions(initializer, Optional.empty(), Optional.empty());
    }

    public WeightOptions initializer(Initializer initializer) {
        return new WeightOptions(initializer, regularizer, constraint);
    }

    public WeightOptions regularizer(Regularizer regularizer) {
        return new WeightOptions(initializer, Optional.of(regularizer), constraint);
    }

    public WeightOptions constraint(Constraint constraint) {
        return new WeightOptions(initializer, regularizer, Optional.of(constraint));
    }

    /** The weight of a layer that has these options. */
    public WeightSpec weight(String name, Shape shape) {
        return new WeightSpec(name, shape, this, WeightSpec.Change.GRADIENT);
    }
}
