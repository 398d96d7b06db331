package io.kindling.cluster.command;

import io.kindling.errors.KindlingException;

/** Checks of numbers given as options. */
public final class Numbers {

    private Numbers() {}

    /** Refuses numbers below 1; one that was not given, null, is none. */
    public static void atLeastOne(String option, Integer value) {
        if (value != null && value < 1) {
            throw new KindlingException(option + " must be at least 1. Received: " + value + ".");
        }
    }

    /** The same of what is not finite and above 0. */
    public static void positive(String option, Double value) {
        if (value != null && !(value > 0 && Double.isFinite(value))) {
            throw new KindlingException(option + " must be a positive number. Received: " + value + ".");
        }
    }

    /** The same of what does not lie between 0 and 1. */
    public static void fraction(String option, Double value) {
        if (value != null && !(value > 0 && value < 1)) {
            throw new KindlingException(option + " must lie between 0 and 1, both excluded. Received: " + value + ".");
        }
    }
}
