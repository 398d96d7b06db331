package io.kindling.optimizers.schedules;

import io.kindling.registry.Registry;
import java.util.List;

/** The table of names behind {@link Schedule#registry()}. */
final class Schedules {
    private static final String RATE = "initial_learning_rate";
    private static final String STEPS = "decay_steps";

    static final Registry<Schedule> REGISTRY = Registry.of("schedule", Schedule.class)
            .add("constant", Constant.of(0.001), "value")
            .shorthand("constant")
            .add("exponential_decay", ExponentialDecay.of(0.001, 1, 1), RATE, STEPS, "decay_rate")
            .add("inverse_time_decay", InverseTimeDecay.of(0.001, 1, 0), RATE, STEPS, "decay_rate")
            .add("polynomial_decay", PolynomialDecay.of(0.001, 1), RATE, STEPS)
            .add(
                    "piecewise_constant_decay",
                    new PiecewiseConstantDecay(List.of(), List.of(0.001)),
                    "boundaries",
                    "values")
            .add("cosine_decay", CosineDecay.of(0.001, 1), RATE, STEPS)
            .add("cosine_decay_restarts", CosineDecayRestarts.of(0.001, 1), RATE, "first_decay_steps")
            .build();

    private Schedules() {}
}
