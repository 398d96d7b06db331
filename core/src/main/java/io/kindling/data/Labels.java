package io.kindling.data;

import java.io.Serializable;

/**
 * The labels and weights of a block.
 *
 * @param columns label values per example
 * @param values row-major
 * @param weights one per example, or null if all are 1
 */
record Labels(int columns, float[] values, float[] weights) implements Serializable {

    int rows() {
        return values.length / columns;
    }

    void copy(int row, float[] target, int offset) {
        System.arraycopy(values, row * columns, target, offset, columns);
    }

    float weight(int row) {
        return weights == null ? 1f : weights[row];
    }

    Labels every(int first, int step) {
        int rows = Strides.count(rows(), first, step);
        float[] picked = new float[rows * columns];
        float[] pickedWeights = weights == null ? null : new float[rows];
        for (int i = 0; i < rows; i++) {
            int row = first + i * step;
            copy(row, picked, i * columns);
            if (pickedWeights != null) {
                pickedWeights[i] = weights[row];
            }
        }
        return new Labels(columns, picked, pickedWeights);
    }
}
