package io.kindling.spark.outer;

import io.kindling.registry.Registry;

/** The table of names behind {@link OuterOptimizer#registry()}, and what those with momentum share. */
final class OuterOptimizers {
    static final Registry<OuterOptimizer> REGISTRY = new Registry<>("outer optimizer", OuterOptimizer.class)
            .add("average", new Average())
            .add("momentum", Momentum.of(1, 0.8))
            .add("nesterov", Nesterov.of(1, 0.8));

    private OuterOptimizers() {}

    /** Refuses numbers with which no momentum works. */
    static void require(String name, double rate, double momentum) {
        if (!(rate > 0 && Double.isFinite(rate) && momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException(name + " needs a positive rate and a momentum in [0, 1). Received: "
                    + rate + " and " + momentum + ".");
        }
    }
}
