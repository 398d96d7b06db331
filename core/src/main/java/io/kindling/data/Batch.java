package io.kindling.data;

import io.kindling.linalg.SparseRows;
import java.util.Arrays;

/** One mini-batch: reused from step to step, row-major. */
public final class Batch {
    private final int labelColumns;
    private final int targetColumns;
    private final FeatureRows features;
    private final float[] labels;
    private final float[] targets;
    private final float[] weights;
    private int rows;
    private boolean weighted;

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
        this.labelColumns = labelColumns;
        this.targetColumns = targetColumns;
        this.features = new FeatureRows(capacity, featureColumns);
        this.labels = new float[Math.multiplyExact(capacity, labelColumns)];
        this.targets = targetColumns == labelColumns ? labels : new float[Math.multiplyExact(capacity, targetColumns)];
        this.weights = new float[capacity];
    }

    /** Fills this batch with the examples at positions {@code from} to {@code from + count - 1} of an order. */
    public void fill(Examples examples, ExampleOrder order, int from, int count) {
        features.clear();
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
        return features.all();
    }

    /** The features, however they came. */
    public FeatureRows featureRows() {
        return features;
    }

    /** The features that are not zero, or null if any example came with its zeros. */
    public SparseRows sparse() {
        return features.isSparse() ? features.sparse() : null;
    }

    /** Copies the features of an example to the next row. */
    void copyFeatures(ExampleBlock block, int index) {
        if (features.isSparse() && block.append(index, features.sparse())) {
            features.sparseAdded();
        } else {
            block.copyFeatures(index, features.all(), features.addWritten());
        }
    }

    public float[] targets() {
        return targets;
    }

    /** The labels before they are made into targets. */
    public float[] labels() {
        return labels;
    }

    /** One factor per example. */
    public float[] weights() {
        return weights;
    }

    /** Whether examples were given weights; else all are 1. */
    public boolean isWeighted() {
        return weighted;
    }

    public int labelColumns() {
        return labelColumns;
    }

    public int targetColumns() {
        return targetColumns;
    }
}
