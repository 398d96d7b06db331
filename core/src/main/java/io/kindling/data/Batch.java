package io.kindling.data;

import io.kindling.errors.KindlingException;
import java.util.Arrays;
import java.util.List;

/** One mini-batch: reused from step to step, row-major. */
public final class Batch {
    private final int labelColumns;
    private final int targetColumns;
    private final List<FeatureRows> inputs;
    /** Where the columns of each input begin in the features of an example, and where the last end. */
    private final int[] starts;

    private final float[] labels;
    private final float[] targets;
    private final float[] weights;
    private int rows;
    private boolean weighted;

    /**
     * Allocates a mini-batch.
     *
     * @param capacity the most examples it will hold
     * @param features features per example
     * @param labelColumns label values per example
     * @param targetColumns targets per example that the loss wants: as many as labels, or one per class if labels are
     *     class indices
     */
    public Batch(int capacity, int features, int labelColumns, int targetColumns) {
        this(capacity, List.of(features), labelColumns, targetColumns);
    }

    /**
     * Allocates a mini-batch for a network with several inputs.
     *
     * @param capacity the most examples it will hold
     * @param inputSizes the features that each input of the network takes; they follow one another in an example
     * @param labelColumns label values per example
     * @param targetColumns targets per example that the loss wants
     */
    public Batch(int capacity, List<Integer> inputSizes, int labelColumns, int targetColumns) {
        if (targetColumns != labelColumns && labelColumns != 1) {
            throw new KindlingException("The loss needs " + targetColumns + " targets per example. Received: labels of "
                    + labelColumns + " values.");
        }
        this.labelColumns = labelColumns;
        this.targetColumns = targetColumns;
        this.inputs =
                inputSizes.stream().map(size -> new FeatureRows(capacity, size)).toList();
        this.starts = new int[inputSizes.size() + 1];
        for (int i = 0; i < inputSizes.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], inputSizes.get(i));
        }
        this.labels = new float[Math.multiplyExact(capacity, labelColumns)];
        this.targets = targetColumns == labelColumns ? labels : new float[Math.multiplyExact(capacity, targetColumns)];
        this.weights = new float[capacity];
    }

    /** Fills this batch with the examples at positions {@code from} to {@code from + count - 1} of an order. */
    public void fill(Examples examples, ExampleOrder order, int from, int count) {
        inputs.forEach(FeatureRows::clear);
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
                throw new KindlingException("A label must be a class index from 0 to " + (targetColumns - 1)
                        + ". Received: " + label + ".");
            }
            targets[row * targetColumns + (int) label] = 1f;
        }
    }

    /** How many examples it holds now. */
    public int rows() {
        return rows;
    }

    /** The features of each input, however they came. */
    public List<FeatureRows> inputs() {
        return inputs;
    }

    /** Copies the features of an example to the next row. */
    void copyFeatures(ExampleBlock block, int index) {
        for (int i = 0; i < inputs.size(); i++) {
            FeatureRows features = inputs.get(i);
            int count = starts[i + 1] - starts[i];
            if (features.isSparse() && block.append(index, starts[i], count, features.sparse())) {
                features.sparseAdded();
            } else {
                block.copyFeatures(index, starts[i], count, features.all(), features.addWritten());
            }
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
