package io.kindling.optimizers;

import io.kindling.registry.Registry;

/** The table of names behind {@link Optimizer#registry()}. */
final class Optimizers {
    static final Registry<Optimizer> REGISTRY = new Registry<>("optimizer", Optimizer.class)
            .add("sgd", Sgd.of())
            .add("adam", Adam.of())
            .add("adamw", AdamW.of())
            .add("rmsprop", RmsProp.of());

    private Optimizers() {}
}
