package io.kindling.optimizers.schedules;

/** The checks of the fields that schedules share. */
final class Checks {

    private Checks() {}

    static void positive(String schedule, String field, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(schedule + " needs a positive " + field + ". Received: " + value + ".");
        }
    }

    static void positive(String schedule, String field, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(schedule + " needs a positive " + field + ". Received: " + value + ".");
        }
    }

    static void notNegative(String schedule, String field, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    schedule + " needs " + article(field) + " of at least 0. Received: " + value + ".");
        }
    }

    private static String article(String field) {
        return ("aeio".indexOf(field.charAt(0)) >= 0 ? "an " : "a ") + field;
    }
}
