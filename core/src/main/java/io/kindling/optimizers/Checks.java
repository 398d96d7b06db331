package io.kindling.optimizers;

/** The checks of the fields that optimizers share. */
final class Checks {

    private Checks() {}

    static void positive(String optimizer, String field, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(optimizer + " needs a positive " + field + ". Received: " + value + ".");
        }
    }

    static void notNegative(String optimizer, String field, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    optimizer + " needs a " + field + " of at least 0. Received: " + value + ".");
        }
    }

    /** A factor of an exponential mean, in [0, 1). */
    static void decay(String optimizer, String field, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    optimizer + " needs a " + field + " in [0, 1). Received: " + value + ".");
        }
    }
}
