package io.kindling.data;

import io.kindling.errors.KindlingException;

/** Examples whose features are all written out, row-major. */
public final class DenseBlock extends LabelledBlock {
    private static final long serialVersionUID = 1;

    private final float[] values;

    /**
     * Takes over the arrays.
     *
     * @param features per example
     * @param values row-major
     * @param labelColumns label values per example
     * @param labels row-major
     * @param weights one per example, or null
     */
    public DenseBlock(int features, float[] values, int labelColumns, float[] labels, float[] weights) {
        this(features, values, new Labels(labelColumns, labels, weights));
    }

    private DenseBlock(int features, float[] values, Labels labels) {
        super(features, labels);
        this.values = values;
        if (values.length != (long) features * labels.rows()) {
            throw new KindlingException("A block of " + labels.rows() + " examples with " + features
                    + " features needs " + (long) features * labels.rows() + " values. Received: " + values.length
                    + ".");
        }
    }

    /** The same examples, without their zeros if those are more than half. */
    public ExampleBlock compact() {
        int given = 0;
        for (float value : values) {
            given += value != 0 ? 1 : 0;
        }
        return 2L * given < values.length ? sparse(given) : this;
    }

    private SparseBlock sparse(int given) {
        int[] starts = new int[rows() + 1];
        int[] indices = new int[given];
        float[] kept = new float[given];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                indices[next] = i % features;
                kept[next++] = values[i];
            }
            starts[i / features + 1] = next;
        }
        return new SparseBlock(features, starts, indices, kept, labels);
    }

    @Override
    public void copyFeatures(int row, int from, int count, float[] target, int offset) {
        System.arraycopy(values, row * features + from, target, offset, count);
    }

    @Override
    public DenseBlock standardizedLabels(double[] means, double[] deviations) {
        return new DenseBlock(features, values, labels.standardized(means, deviations));
    }

    @Override
    void addFeatures(ColumnMoments sums) {
        for (int i = 0; i < values.length; i++) {
            sums.add(i % features, values[i]);
        }
    }

    @Override
    public DenseBlock select(int... rows) {
        float[] picked = new float[rows.length * features];
        for (int i = 0; i < rows.length; i++) {
            copyFeatures(rows[i], 0, features, picked, i * features);
        }
        return new DenseBlock(features, picked, labels.select(rows));
    }
}
