package io.kindling.data;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.LongStream;

/**
 * Sums from which the mean and variance of each column follow. They are kept in twice double precision, so that the order of
 * the rows, and how they are cut into parts, do not show in the results as single-precision numbers.
 *
 * <p>A plain class of arrays, as Kryo cannot read records.
 */
public final class ColumnMoments implements Serializable {
    private static final long serialVersionUID = 1;

    private long rows;
    /** How many numbers of each column are not zero. */
    private final long[] given;

    private final double[] sums;
    /** What was lost when the sums were rounded. */
    private final double[] sumErrors;

    private final double[] squares;
    private final double[] squareErrors;

    public ColumnMoments(int columns) {
        this.given = new long[columns];
        this.sums = new double[columns];
        this.sumErrors = new double[columns];
        this.squares = new double[columns];
        this.squareErrors = new double[columns];
    }

    /** Counts rows whose numbers are added one by one, or are zero. */
    void addRows(int count) {
        rows += count;
    }

    void add(int column, float value) {
        if (value != 0) {
            given[column]++;
            add(sums, sumErrors, column, value);
            // Exact: the product of two numbers of single precision.
            add(squares, squareErrors, column, (double) value * value);
        }
    }

    /** Knuth's two-sum: the rounded sum and what it lost. */
    private static void add(double[] sums, double[] errors, int column, double value) {
        double before = sums[column];
        double sum = before + value;
        double rounded = sum - before;
        errors[column] += (before - (sum - rounded)) + (value - rounded);
        sums[column] = sum;
    }

    /** Adds those of other rows. */
    public ColumnMoments plus(ColumnMoments other) {
        rows += other.rows;
        for (int i = 0; i < sums.length; i++) {
            given[i] += other.given[i];
            add(sums, sumErrors, i, other.sums[i]);
            sumErrors[i] += other.sumErrors[i];
            add(squares, squareErrors, i, other.squares[i]);
            squareErrors[i] += other.squareErrors[i];
        }
        return this;
    }

    /** The share of numbers that are not zero. */
    public double density() {
        return (double) LongStream.of(given).sum() / (double) Math.max(1, rows * sums.length);
    }

    /** The mean of a column, rounded to single precision. */
    public double mean(int column) {
        return exactMean(column).floatValue();
    }

    private BigDecimal exactMean(int column) {
        return exact(sums[column], sumErrors[column]).divide(BigDecimal.valueOf(rows), MathContext.DECIMAL128);
    }

    /** The mean square of the differences from the mean, rounded to single precision; at least 0. */
    public double variance(int column) {
        BigDecimal mean = exactMean(column);
        BigDecimal meanSquare =
                exact(squares[column], squareErrors[column]).divide(BigDecimal.valueOf(rows), MathContext.DECIMAL128);
        return Math.max(0, meanSquare.subtract(mean.multiply(mean)).floatValue());
    }

    /** The mean square of the numbers of a column that are not zero, rounded to single precision; 0 if there are none. */
    public double meanSquareOfGiven(int column) {
        return exact(squares[column], squareErrors[column])
                .divide(BigDecimal.valueOf(Math.max(1, given[column])), MathContext.DECIMAL128)
                .floatValue();
    }

    /** How many columns there are. */
    public int columns() {
        return sums.length;
    }

    private static BigDecimal exact(double sum, double error) {
        return new BigDecimal(sum).add(new BigDecimal(error));
    }
}
