package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Ranges;
import io.kindling.optimizers.schedules.Schedule;
import java.util.Objects;

/** The checks of the fields that optimizers share. */
final class Checks {

    private Checks() {}

    static void given(String optimizer, Schedule learningRate) {
        Objects.requireNonNull(learningRate, () -> optimizer + " needs a learning_rate. Received: null.");
    }

    /** The fields of Adam and its relatives. */
    static void adam(String optimizer, Schedule learningRate, double beta1, double beta2, double epsilon) {
        given(optimizer, learningRate);
        Ranges.decay(optimizer, "beta_1", beta1);
        Ranges.decay(optimizer, "beta_2", beta2);
        Ranges.positive(optimizer, "epsilon", epsilon);
    }
}
