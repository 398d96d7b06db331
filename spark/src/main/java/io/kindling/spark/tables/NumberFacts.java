package io.kindling.spark.tables;

/**
 * What is known of the numbers of a column.
 *
 * @param count how many there are, at least 1
 * @param min the smallest
 * @param lower the lower quartile, one of them
 * @param median one of them
 * @param upper the upper quartile, one of them
 * @param max the largest
 * @param deviation the standard deviation; not finite, if they are too far apart
 * @param whole whether all are whole numbers
 * @param allDifferent whether none seems to occur twice
 */
record NumberFacts(
        long count,
        double min,
        double lower,
        double median,
        double upper,
        double max,
        double deviation,
        boolean whole,
        boolean allDifferent) {

    /** Whether all are the same. */
    boolean isConstant() {
        return min == max;
    }
}
