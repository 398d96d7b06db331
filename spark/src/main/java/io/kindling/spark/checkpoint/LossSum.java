package io.kindling.spark.checkpoint;

/**
 * The losses of some rows, added up in the order of the workers.
 *
 * @param sum their sum
 * @param examples how many rows there were
 */
public record LossSum(double sum, long examples) {
    /** Of no rows. */
    public static final LossSum NONE = new LossSum(0, 0);

    /** With those of more rows. */
    public LossSum plus(double sum, long examples) {
        return new LossSum(this.sum + sum, this.examples + examples);
    }

    /** The mean loss of a row; NaN if there are none. */
    public double mean() {
        return sum / examples;
    }
}
