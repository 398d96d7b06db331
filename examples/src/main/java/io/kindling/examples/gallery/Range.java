package io.kindling.examples.gallery;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The numbers an activation can give, in the notation of intervals: {@code [0, ∞)} has 0 but no largest number.
 *
 * @param lower the end below, maybe infinite
 * @param hasLower whether it is reached
 * @param upper the end above, maybe infinite
 * @param hasUpper whether it is reached
 */
record Range(double lower, boolean hasLower, double upper, boolean hasUpper) {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    static Range all() {
        return new Range(-INFINITY, false, INFINITY, false);
    }

    /** With both ends. */
    static Range closed(double lower, double upper) {
        return new Range(lower, true, upper, true);
    }

    /** Without its ends. */
    static Range open(double lower, double upper) {
        return new Range(lower, false, upper, false);
    }

    /** From a number on, with it. */
    static Range from(double lower) {
        return new Range(lower, true, INFINITY, false);
    }

    /** What is above a number. */
    static Range above(double lower) {
        return open(lower, INFINITY);
    }

    /** What is below a number. */
    static Range below(double upper) {
        return open(-INFINITY, upper);
    }

    @Override
    public String toString() {
        return (hasLower ? "[" : "(") + text(lower) + ", " + text(upper) + (hasUpper ? "]" : ")");
    }

    /** A number with at most four decimals and a true minus sign. */
    static String text(double number) {
        String digits = Double.isInfinite(number)
                ? "∞"
                : new BigDecimal(String.format(Locale.ROOT, "%.4f", Math.abs(number)))
                        .stripTrailingZeros()
                        .toPlainString();
        return number < 0 ? "−" + digits : digits;
    }
}
