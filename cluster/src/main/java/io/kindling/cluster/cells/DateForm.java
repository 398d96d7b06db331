package io.kindling.cluster.cells;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How dates are written, alone or with a time after them: {@code 2024-12-31}, {@code 2024-12-31 23:59}. */
public enum DateForm {
    /** 2024-12-31. */
    YEAR_FIRST("(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})"),
    /** 2024/12/31. */
    YEAR_FIRST_SLASHES("(?<y>\\d{4})/(?<m>\\d{1,2})/(?<d>\\d{1,2})"),
    /** 31.12.2024. */
    DOTS("(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4})"),
    /** 12/31/2024. */
    MONTH_FIRST("(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4})"),
    /** 31/12/2024. */
    DAY_FIRST("(?<d>\\d{1,2})/(?<m>\\d{1,2})/(?<y>\\d{4})");

    /** A zone is passed over: hours are those on the clock where the row was written. */
    private static final String TIME =
            "(?:(?:T| +)(?<time>\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?) ?(?:Z|UTC|[+-]\\d{2}:?\\d{2})?)?";

    private static final int SHORTEST = 8;
    private static final int LONGEST = 40;

    private final Pattern pattern;

    DateForm(String date) {
        this.pattern = Pattern.compile(date + TIME);
    }

    /** Whether a text is worth a closer look. */
    static boolean isLikely(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }

    /** The day, at midnight if there is no time; empty if the text is none of this form. */
    Optional<LocalDateTime> parse(String text) {
        Matcher matcher = isLikely(text) ? pattern.matcher(text) : null;
        if (matcher == null || !matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(matcher.group("y")),
                    Integer.parseInt(matcher.group("m")),
                    Integer.parseInt(matcher.group("d")));
            String time = matcher.group("time");
            return Optional.of(time == null ? day.atStartOfDay() : day.atTime(time(time)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String text) {
        String padded = text.indexOf(':') == 1 ? "0" + text : text;
        return LocalTime.parse(padded.replace(',', '.'));
    }
}
