package io.kindling.constraints;

import io.kindling.registry.Registry;

/** The table of names behind {@link Constraint#registry()}. */
final class Constraints {
    static final Registry<Constraint> REGISTRY = Registry.of("constraint", Constraint.class)
            .add("max_norm", MaxNorm.of())
            .add("non_neg", new NonNeg())
            .add("unit_norm", UnitNorm.of())
            .add("min_max_norm", MinMaxNorm.of())
            .build();

    private Constraints() {}
}
