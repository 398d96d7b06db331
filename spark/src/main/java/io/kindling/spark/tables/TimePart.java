package io.kindling.spark.tables;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a date or a timestamp is taken apart into, in the order of the slots. */
enum TimePart {
    /** A number. */
    YEAR("year", List.of()),
    /** From January. */
    MONTH(
            "month",
            Arrays.stream(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .toList()),
    /** From Monday. */
    DAY_OF_WEEK(
            "dayOfWeek",
            Arrays.stream(DayOfWeek.values())
                    .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .toList()),
    /** Of the day, from 0. */
    HOUR("hour", IntStream.range(0, 24).mapToObj(Integer::toString).toList()),
    /** Since the first date of training, a number. */
    DAYS("days", List.of());

    private final String text;
    private final List<String> categories;

    TimePart(String text, List<String> categories) {
        this.text = text;
        this.categories = categories;
    }

    /** What the name of its slot ends with. */
    String text() {
        return text;
    }

    /** The values of a category; none of a number. */
    List<String> categories() {
        return categories;
    }
}
