package io.kindling.data;

/** What blocks share, however they keep their features: how many these are, the labels and the weights. */
abstract class LabelledBlock implements ExampleBlock {
    private static final long serialVersionUID = 1;

    final int features;
    final Labels labels;

    LabelledBlock(int features, Labels labels) {
        this.features = features;
        this.labels = labels;
    }

    @Override
    public final int rows() {
        return labels.rows();
    }

    @Override
    public final int features() {
        return features;
    }

    @Override
    public final int labels() {
        return labels.columns();
    }

    @Override
    public final void copyLabels(int row, float[] target, int offset) {
        labels.copy(row, target, offset);
    }

    @Override
    public final void addTo(ColumnMoments featureSums, ColumnMoments labelSums) {
        addFeatures(featureSums);
        featureSums.addRows(rows());
        float[] row = new float[labels()];
        for (int i = 0; i < rows(); i++) {
            copyLabels(i, row, 0);
            for (int column = 0; column < row.length; column++) {
                labelSums.add(column, row[column]);
            }
        }
        labelSums.addRows(rows());
    }

    /** Adds every number that is not zero. */
    abstract void addFeatures(ColumnMoments sums);

    @Override
    public final float weight(int row) {
        return labels.weight(row);
    }

    @Override
    public final boolean isWeighted() {
        return labels.isWeighted();
    }
}
