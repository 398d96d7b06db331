package io.kindling.data;

import io.kindling.linalg.SparseRows;
import java.util.Arrays;

/** Examples of which only the features that are not zero are kept, in compressed sparse rows. */
public final class SparseBlock extends LabelledBlock {
    private static final long serialVersionUID = 1;

    private final int[] rowStarts;
    private final int[] indices;
    private final float[] values;

    /**
     * Takes over the arrays.
     *
     * @param features per example
     * @param rowStarts where each example starts in the two next arrays, and where the last ends
     * @param indices which features are given, ascending within an example
     * @param values the given features
     * @param labelColumns label values per example
     * @param labels row-major
     * @param weights one per example, or null
     */
    public SparseBlock(
            int features,
            int[] rowStarts,
            int[] indices,
            float[] values,
            int labelColumns,
            float[] labels,
            float[] weights) {
        this(features, rowStarts, indices, values, new Labels(labelColumns, labels, weights));
    }

    SparseBlock(int features, int[] rowStarts, int[] indices, float[] values, Labels labels) {
        super(features, labels);
        this.rowStarts = rowStarts;
        this.indices = indices;
        this.values = values;
    }

    @Override
    public void copyFeatures(int row, int from, int count, float[] target, int offset) {
        Arrays.fill(target, offset, offset + count, 0f);
        int end = position(row, from + count);
        for (int i = position(row, from); i < end; i++) {
            target[offset + indices[i] - from] = values[i];
        }
    }

    /** Where in the arrays the first feature of a row is that is not before a given one. */
    private int position(int row, int feature) {
        if (feature == 0) {
            return rowStarts[row];
        }
        if (feature == features) {
            return rowStarts[row + 1];
        }
        int found = Arrays.binarySearch(indices, rowStarts[row], rowStarts[row + 1], feature);
        return found < 0 ? -found - 1 : found;
    }

    @Override
    public boolean append(int row, int from, int count, SparseRows target) {
        int start = position(row, from);
        target.append(indices, values, start, position(row, from + count) - start, from);
        return true;
    }

    @Override
    public SparseBlock standardizedLabels(double[] means, double[] deviations) {
        return new SparseBlock(features, rowStarts, indices, values, labels.standardized(means, deviations));
    }

    @Override
    void addFeatures(ColumnMoments sums) {
        for (int i = 0; i < values.length; i++) {
            sums.add(indices[i], values[i]);
        }
    }

    @Override
    public SparseBlock select(int... rows) {
        int[] starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = starts[i] + rowStarts[rows[i] + 1] - rowStarts[rows[i]];
        }
        int[] pickedIndices = new int[starts[rows.length]];
        float[] pickedValues = new float[starts[rows.length]];
        for (int i = 0; i < rows.length; i++) {
            int from = rowStarts[rows[i]];
            System.arraycopy(indices, from, pickedIndices, starts[i], starts[i + 1] - starts[i]);
            System.arraycopy(values, from, pickedValues, starts[i], starts[i + 1] - starts[i]);
        }
        return new SparseBlock(features, starts, pickedIndices, pickedValues, labels.select(rows));
    }
}
