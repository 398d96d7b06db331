package io.kindling.cluster.command;

/** Checks of numbers given as options. */
public final class Numbers {

    private Numbers() {}

    public static void atLeastOne(String option, Integer value) {
        if (value != null && value < 1) {
            throw new IllegalArgumentException(option + " must be at least 1. Received: " + value + ".");
        }
    }

    public static void positive(String option, Double value) {
        if (value != null && !(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(option + " must be a positive number. Received: " + value + ".");
        }
    }

    public static void fraction(String option, Double value) {
        if (value != null && !(value > 0 && value < 1)) {
            throw new IllegalArgumentException(
                    option + " must lie between 0 and 1, both excluded. Received: " + value + ".");
        }
    }
}
