package io.kindling.data;

import java.io.Serializable;

/** The labels and weights of a block. A plain class, because Kryo cannot read records. */
final class Labels implements Serializable {
    private static final long serialVersionUID = 1;

    private final int columns;
    private final float[] values;
    /** One per example, or null if all are 1. */
    private final float[] weights;

    Labels(int columns, float[] values, float[] weights) {
        this.columns = columns;
        this.values = values;
        this.weights = weights;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return values.length / columns;
    }

    boolean isWeighted() {
        return weights != null;
    }

    void copy(int row, float[] target, int offset) {
        System.arraycopy(values, row * columns, target, offset, columns);
    }

    float weight(int row) {
        return weights == null ? 1f : weights[row];
    }

    /** Each column less its mean, divided by its deviation. */
    Labels standardized(double[] means, double[] deviations) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) ((values[i] - means[i % columns]) / deviations[i % columns]);
        }
        return new Labels(columns, scaled, weights);
    }

    Labels select(int... rows) {
        float[] picked = new float[rows.length * columns];
        float[] pickedWeights = weights == null ? null : new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            copy(rows[i], picked, i * columns);
            if (pickedWeights != null) {
                pickedWeights[i] = weights[rows[i]];
            }
        }
        return new Labels(columns, picked, pickedWeights);
    }
}
