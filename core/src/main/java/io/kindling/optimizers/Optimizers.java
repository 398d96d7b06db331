package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Schedule;
import io.kindling.registry.Registry;
import java.util.List;

/** The table of names behind {@link Optimizer#registry()}. */
final class Optimizers {
    static final Registry<Optimizer> REGISTRY = Registry.of("optimizer", Optimizer.class)
            .uses(Schedule.registry())
            .uses(GradientTransformation.registry())
            .add("sgd", Sgd.of())
            .add("adam", Adam.of())
            .add("adamw", AdamW.of())
            .add("rmsprop", RmsProp.of())
            .add("adamax", Adamax.of())
            .add("nadam", Nadam.of())
            .add("adagrad", Adagrad.of())
            .add("adadelta", Adadelta.of())
            .add("lion", Lion.of())
            .add("ftrl", Ftrl.of())
            .add("lamb", Lamb.of())
            .add("clipped", new ClippedOptimizer(Sgd.of(), null, null, null), "optimizer")
            .add("chain", new Chain(List.of(), Sgd.of()), "transformations", "optimizer")
            .build();

    private Optimizers() {}
}
