package io.kindling.optimizers;

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
        decay(optimizer, "beta_1", beta1);
        decay(optimizer, "beta_2", beta2);
        positive(optimizer, "epsilon", epsilon);
    }

    static void positive(String optimizer, String field, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(optimizer + " needs a positive " + field + ". Received: " + value + ".");
        }
    }

    static void notNegative(String optimizer, String field, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    optimizer + " needs " + article(field) + " of at least 0. Received: " + value + ".");
        }
    }

    /** A factor of an exponential mean, in [0, 1). */
    static void decay(String optimizer, String field, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    optimizer + " needs " + article(field) + " in [0, 1). Received: " + value + ".");
        }
    }

    private static String article(String field) {
        return ("aeio".indexOf(field.charAt(0)) >= 0 ? "an " : "a ") + field;
    }
}
