package io.kindling.optimizers.schedules;

import io.kindling.errors.KindlingException;

/** The ranges in which fields of schedules and optimizers must lie; all throw {@link KindlingException}. */
public final class Ranges {

    private Ranges() {}

    /** Refuses what is not above 0, or not finite. */
    public static void positive(String owner, String field, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new KindlingException(owner + " needs a positive " + field + ". Received: " + value + ".");
        }
    }

    static void positive(String owner, String field, long value) {
        if (value <= 0) {
            throw new KindlingException(owner + " needs a positive " + field + ". Received: " + value + ".");
        }
    }

    /** Refuses what is below 0, or not finite. */
    public static void notNegative(String owner, String field, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new KindlingException(
                    owner + " needs " + article(field) + " of at least 0. Received: " + value + ".");
        }
    }

    /** Refuses what is no factor of an exponential mean, in [0, 1). */
    public static void decay(String owner, String field, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new KindlingException(owner + " needs " + article(field) + " in [0, 1). Received: " + value + ".");
        }
    }

    private static String article(String field) {
        return ("aeio".indexOf(field.charAt(0)) >= 0 ? "an " : "a ") + field;
    }
}
