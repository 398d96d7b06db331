package io.kindling.spark.outer;

import io.kindling.registry.Registry;

/** The table of names behind {@link OuterOptimizer#registry()}. */
final class OuterOptimizers {
    static final Registry<OuterOptimizer> REGISTRY = new Registry<>("outer optimizer", OuterOptimizer.class)
            .add("average", new Average())
            .add("momentum", Momentum.of(1, 0.8))
            .add("nesterov", Nesterov.of(1, 0.8));

    private OuterOptimizers() {}
}
