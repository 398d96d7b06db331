package io.kindling.spark.tables;

import java.util.Locale;

/** Numbers as people read them. */
final class Texts {
    private static final double LARGE = 1e7;

    private Texts() {}

    /** A number in few digits. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGE
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    /** How many there are, with commas. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count and what is counted. */
    static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
