package io.kindling.regularizers;

import io.kindling.registry.Registry;

/** The table of names behind {@link Regularizer#registry()}. */
final class Regularizers {
    static final Registry<Regularizer> REGISTRY = Registry.of("regularizer", Regularizer.class)
            .add("l1", new L1(0.01))
            .add("l2", new L2(0.01))
            .add("l1_l2", new L1L2(0, 0))
            .build();

    private Regularizers() {}
}
