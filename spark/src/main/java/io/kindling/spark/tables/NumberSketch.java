package io.kindling.spark.tables;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.util.QuantileSummaries;

/**
 * The quantiles of numbers in little memory. Up to {@link #EXACT} of them are kept as they are, so that nothing depends on
 * how the rows are cut into partitions; more go, sorted, to the summary that Spark's {@code percentile_approx} is made of.
 */
final class NumberSketch implements Serializable {
    private static final long serialVersionUID = 1;

    /** So many numbers are known exactly. */
    static final int EXACT = 4096;

    private static final int SMALLEST = 16;
    /** How far off a quantile may be, as a fraction of the numbers. */
    private static final double ERROR = 1e-3;

    private static final double LOWER = 0.25;
    private static final double MIDDLE = 0.5;
    private static final double UPPER = 0.75;

    private double[] recent = new double[SMALLEST];
    private int size;

    private QuantileSummaries earlier =
            new QuantileSummaries(EXACT, ERROR, QuantileSummaries.$lessinit$greater$default$3(), 0, true);
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;
    private boolean whole = true;
    private boolean repeated;

    /** Adds a finite number. */
    void add(double x) {
        if (size == recent.length) {
            makeRoom();
        }
        // Without the sign of zero, so that both zeros are one number.
        recent[size++] = x + 0.0;
    }

    private void makeRoom() {
        if (size == EXACT) {
            summarize();
        } else {
            recent = Arrays.copyOf(recent, Math.min(EXACT, 2 * size));
        }
    }

    /** How many were added. */
    long count() {
        return earlier.count() + size;
    }

    /** Adds the numbers of another one, which come after those of this one. */
    void merge(NumberSketch next) {
        if (earlier.count() == 0 && next.earlier.count() == 0 && size + next.size <= EXACT) {
            recent = Arrays.copyOf(recent, Math.max(SMALLEST, size + next.size));
            System.arraycopy(next.recent, 0, recent, size, next.size);
            size += next.size;
            return;
        }
        summarize();
        next.summarize();
        takeMoments(next.earlier.count(), next.mean, next.squares);
        earlier = earlier.merge(next.earlier);
        min = Math.min(min, next.min);
        max = Math.max(max, next.max);
        whole &= next.whole;
        repeated |= next.repeated;
    }

    private void summarize() {
        if (size == 0) {
            return;
        }
        Arrays.sort(recent, 0, size);
        takeFacts();
        for (int i = 0; i < size; i++) {
            earlier = earlier.insert(recent[i]);
        }
        earlier = earlier.compress();
        size = 0;
    }

    /** What the sorted recent numbers say beside their quantiles. */
    private void takeFacts() {
        min = Math.min(min, recent[0]);
        max = Math.max(max, recent[size - 1]);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += recent[i] / size;
            whole &= recent[i] == Math.rint(recent[i]);
            repeated |= i > 0 && recent[i] == recent[i - 1];
        }
        double deviations = 0;
        for (int i = 0; i < size; i++) {
            deviations += (recent[i] - sum) * (recent[i] - sum);
        }
        takeMoments(size, sum, deviations);
    }

    /** Chan, Golub and LeVeque's rule for the moments of two parts. */
    private void takeMoments(long count, double nextMean, double nextSquares) {
        long before = earlier.count();
        double all = (double) before + count;
        if (all > 0) {
            double difference = nextMean - mean;
            squares += nextSquares + difference * difference * (before / all) * count;
            mean += difference * (count / all);
        }
    }

    /** What is known of them, of which there is at least one. */
    NumberFacts facts() {
        if (earlier.count() > 0) {
            summarize();
            long count = earlier.count();
            return facts(count, quantile(LOWER), quantile(MIDDLE), quantile(UPPER), max - min + 1 >= count);
        }
        Arrays.sort(recent, 0, size);
        mean = 0;
        squares = 0;
        takeFacts();
        return facts(size, ranked(LOWER), ranked(MIDDLE), ranked(UPPER), true);
    }

    private NumberFacts facts(long count, double lower, double median, double upper, boolean room) {
        return new NumberFacts(
                count, min, lower, median, upper, max, Math.sqrt(squares / count), whole, room && !repeated);
    }

    private double quantile(double fraction) {
        return (Double) earlier.query(fraction).get();
    }

    private double ranked(double fraction) {
        return recent[(int) Math.ceil(fraction * size) - 1];
    }
}
