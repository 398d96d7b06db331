package io.kindling.spark.tables;

import java.io.Serializable;

/**
 * How a number is made comparable with others: {@code (x - centre) / scale}, at most a million either way.
 *
 * @param centre finite
 * @param scale finite and positive
 */
public record Scale(double centre, double scale) implements Serializable {
    /** Farther out than this is as good as infinite, and still a float. */
    private static final double FARTHEST = 1e6;

    /** Of normally distributed numbers the quartiles are so many standard deviations apart. */
    private static final double QUARTILES_APART = 1.349;

    private static final double DAYS_OF_A_YEAR = 365.2425;

    /** Leaves numbers as they are. */
    static final Scale NONE = new Scale(0, 1);

    /** Of numbers that were seen: the median, and the distance of the quartiles or, where that is 0, the deviation. */
    static Scale of(NumberFacts facts) {
        return new Scale(facts.median(), positive(facts, spread(facts.lower(), facts.upper()), facts.deviation()));
    }

    /** The same for the years of days that were seen. */
    static Scale ofYears(NumberFacts days) {
        double years = spread(Days.year(days.lower()), Days.year(days.upper()));
        return new Scale(Days.year(days.median()), positive(days, years, days.deviation() / DAYS_OF_A_YEAR));
    }

    private static double spread(double lower, double upper) {
        double difference = upper - lower;
        return Double.isFinite(difference)
                ? difference / QUARTILES_APART
                : upper / QUARTILES_APART - lower / QUARTILES_APART;
    }

    private static double positive(NumberFacts facts, double first, double second) {
        if (isUsable(first)) {
            return first;
        }
        if (isUsable(second)) {
            return second;
        }
        double halfRange = facts.max() / 2 - facts.min() / 2;
        return isUsable(halfRange) ? halfRange : 1;
    }

    private static boolean isUsable(double scale) {
        return scale >= Double.MIN_NORMAL && scale <= Double.MAX_VALUE;
    }

    /** A number that is not NaN, made comparable. */
    double apply(double x) {
        return clipped((x - centre) / scale);
    }

    /** A number that is at most a million. */
    static double clipped(double scaled) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, scaled));
    }

    /** As the description of a column has it. */
    String text() {
        return "centre " + Texts.number(centre) + ", scale " + Texts.number(scale);
    }
}
