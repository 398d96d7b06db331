package io.kindling.data;

import io.kindling.linalg.SparseRows;
import java.util.Arrays;

/** One mini-batch: reused from step to step, row-major. */
public final class Batch {
    private final int featureColumns;
    private final int labelColumns;
    private final int targetColumns;
    /** Features that are not zero, of as many rows as came from sparse blocks before any other. */
    private final SparseRows sparse;
    /** Null until they are asked for. */
    private float[] features;

    private final float[] labels;
    private final float[] targets;
    private final float[] weights;
    private int rows;
    private boolean weighted;

    /** Whether {@link #features} has what {@link #sparse} has. */
    private boolean writtenOut;

    /**
     * Allocates a mini-batch.
     *
     * @param capacity the most examples it will hold
     * @param featureColumns features per example
     * @param labelColumns label values per example
     * @param targetColumns targets per example that the loss wants: as many as labels, or one per class if labels are
     *     class indices
     */
    public Batch(int capacity, int featureColumns, int labelColumns, int targetColumns) {
        if (targetColumns != labelColumns && labelColumns != 1) {
            throw new IllegalArgumentException("The loss needs " + targetColumns
                    + " targets per example. Received: labels of " + labelColumns + " values.");
        }
        this.featureColumns = featureColumns;
        this.labelColumns = labelColumns;
        this.targetColumns = targetColumns;
        this.sparse = new SparseRows(capacity, featureColumns);
        this.labels = new float[capacity * labelColumns];
        this.targets = targetColumns == labelColumns ? labels : new float[capacity * targetColumns];
        this.weights = new float[capacity];
    }

    /** Fills this batch with the examples at positions {@code from} to {@code from + count - 1} of an order. */
    public void fill(Examples examples, ExampleOrder order, int from, int count) {
        sparse.clear();
        writtenOut = false;
        for (int row = 0; row < count; row++) {
            examples.copy(order.at(from + row), this, row);
        }
        rows = count;
        weighted = examples.isWeighted();
        if (targets != labels) {
            writeOneHot();
        }
    }

    private void writeOneHot() {
        Arrays.fill(targets, 0, rows * targetColumns, 0f);
        for (int row = 0; row < rows; row++) {
            float label = labels[row];
            if (!(label >= 0 && label < targetColumns && label == (int) label)) {
                throw new IllegalArgumentException("A label must be a class index from 0 to " + (targetColumns - 1)
                        + ". Received: " + label + ".");
            }
            targets[row * targetColumns + (int) label] = 1f;
        }
    }

    /** How many examples it holds now. */
    public int rows() {
        return rows;
    }

    /** All features, row-major. */
    public float[] features() {
        if (!writtenOut) {
            writeOut();
        }
        return features;
    }

    private void writeOut() {
        if (features == null) {
            features = new float[Math.multiplyExact(weights.length, featureColumns)];
        }
        sparse.writeTo(features);
        writtenOut = true;
    }

    /** The features that are not zero, or null if any example came with its zeros. */
    public SparseRows sparse() {
        return sparse.rows() == rows ? sparse : null;
    }

    /** Copies the features of an example to a row; those before have been copied. */
    void copyFeatures(ExampleBlock block, int index, int row) {
        if (!(sparse.rows() == row && block.append(index, sparse))) {
            block.copyFeatures(index, features(), row * featureColumns);
        }
    }

    public float[] targets() {
        return targets;
    }

    /** The labels before they are made into targets. */
    public float[] labels() {
        return labels;
    }

    /** One factor per example, or null if all are 1. */
    public float[] weights() {
        return weighted ? weights : null;
    }

    float[] rawWeights() {
        return weights;
    }

    public int labelColumns() {
        return labelColumns;
    }

    public int targetColumns() {
        return targetColumns;
    }
}
