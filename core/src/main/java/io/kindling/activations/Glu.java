package io.kindling.activations;

import io.kindling.math.Sigmoid;

/**
 * The gated linear unit: the first half of the columns, each times the logistic function of its partner in the second
 * half; f(x)_j = x_j · σ(x_{j + columns/2}). The output has half as many columns.
 *
 * <p>Dauphin et al., "Language modeling with gated convolutional networks", arXiv:1612.08083.
 */
public record Glu() implements Activation {

    @Override
    public int outputColumns(int columns) {
        if (columns % 2 != 0) {
            throw new IllegalArgumentException(
                    "glu needs an even number of columns, half of them gates. Received: " + columns + ".");
        }
        return columns / 2;
    }

    @Override
    public void forward(float[] x, float[] y, int rows, int columns) {
        int half = outputColumns(columns);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(x, row * columns + half, y, row * half, half);
        }
        sigmoid(y, 0, rows * half);
        for (int row = 0; row < rows; row++) {
            multiply(y, row * half, x, row * columns, half);
        }
    }

    /** By the first half the gates, by the second y · (1 - gates). */
    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns) {
        int half = outputColumns(columns);
        for (int row = 0; row < rows; row++) {
            int first = row * columns;
            int second = first + half;
            System.arraycopy(x, second, dx, first, half);
            sigmoid(dx, first, second);
            System.arraycopy(dx, first, dx, second, half);
            oneLess(dx, second, second + half);
            multiply(dx, first, dy, row * half, half);
            multiply(dx, second, dy, row * half, half);
            multiply(dx, second, y, row * half, half);
        }
    }

    private static void sigmoid(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Sigmoid.sigmoid(values[i]);
        }
    }

    private static void oneLess(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = 1f - values[i];
        }
    }

    /** {@code target[to + i] *= factors[from + i]} for i below count. */
    private static void multiply(float[] target, int to, float[] factors, int from, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] *= factors[from + i];
        }
    }
}
