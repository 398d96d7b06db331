package io.kindling.spark.tables;

import java.time.LocalDate;

/** Days since 1970, and what a calendar says of them. */
final class Days {
    private static final long MICROS_OF_A_DAY = 86_400_000_000L;
    private static final long MICROS_OF_AN_HOUR = 3_600_000_000L;

    private Days() {}

    static long day(long micros) {
        return Math.floorDiv(micros, MICROS_OF_A_DAY);
    }

    static int hour(long micros) {
        return (int) (Math.floorMod(micros, MICROS_OF_A_DAY) / MICROS_OF_AN_HOUR);
    }

    static int year(double day) {
        return date((long) day).getYear();
    }

    static LocalDate date(long day) {
        return LocalDate.ofEpochDay(day);
    }

    /** From 0 for Monday. */
    static int dayOfWeek(long day) {
        // 1970 began on a Thursday.
        return (int) Math.floorMod(day + 3, 7L);
    }
}
