package io.kindling.layers;

import java.util.Arrays;

/** A number per column that is added to every row; a layer without one has null, for which nothing is done. */
final class Bias {

    private Bias() {}

    /** {@code values[row, i] += bias[i]}. */
    static void add(WeightSlice bias, float[] values, int rows, int columns) {
        if (bias == null) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            addRow(bias.values(), bias.offset(), values, row * columns, columns);
        }
    }

    /** Writes the gradient of the bias, the sum over the rows of that of the values. */
    static void gradient(WeightSlice bias, float[] gradient, int rows, int columns) {
        if (bias == null) {
            return;
        }
        Arrays.fill(bias.gradient(), bias.offset(), bias.offset() + columns, 0f);
        for (int row = 0; row < rows; row++) {
            addRow(gradient, row * columns, bias.gradient(), bias.offset(), columns);
        }
    }

    /** {@code target[to + i] += source[from + i]} for i below count. */
    static void addRow(float[] source, int from, float[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] += source[from + i];
        }
    }
}
