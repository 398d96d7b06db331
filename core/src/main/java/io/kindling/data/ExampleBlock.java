package io.kindling.data;

import io.kindling.linalg.SparseRows;
import java.io.Serializable;

/** Some examples in compact form: what is shuffled, cached and spilled instead of rows. */
public interface ExampleBlock extends Serializable {

    /** The number of examples. */
    int rows();

    /** The number of features of each. */
    int features();

    /** The number of label values of each. */
    int labels();

    /** Writes some of the features of one example, zeros included. */
    void copyFeatures(int row, int from, int count, float[] target, int offset);

    /**
     * Appends those of some features of one example that are not zero to a matrix, if this block keeps them so.
     *
     * @return whether it does
     */
    default boolean append(int row, int from, int count, SparseRows target) {
        return false;
    }

    /** Writes the label values of one example. */
    void copyLabels(int row, float[] target, int offset);

    /** How much one example counts; 1 unless weights were given. */
    float weight(int row);

    /** Whether any example counts other than 1. */
    boolean isWeighted();

    /** The same examples, whose labels are less a mean and divided by a deviation, column by column. */
    ExampleBlock standardizedLabels(double[] means, double[] deviations);

    /** Adds all features and labels to sums. */
    void addTo(ColumnMoments featureSums, ColumnMoments labelSums);

    /** Some of the examples as a block, in the order in which they are named. */
    ExampleBlock select(int... rows);
}
