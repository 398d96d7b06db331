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
        gates(x, y, rows, half);
        for (int row = 0; row < rows; row++) {
            multiply(y, row * half, x, 2 * row * half, half);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns) {
        int half = outputColumns(columns);
        gates(x, dx, rows, half);
        // To their places in the rows, the last first: none is written over before it is read.
        for (int row = rows - 1; row >= 0; row--) {
            int out = row * half;
            int first = 2 * out;
            int second = first + half;
            System.arraycopy(dx, out, dx, second, half);
            System.arraycopy(dx, out, dx, first, half);
            multiply(dx, first, dy, out, half);
            byGates(dx, second, y, dy, out, half);
        }
    }

    /** Writes the logistic function of the second halves of all rows end to end, where one loop reaches them. */
    private static void gates(float[] x, float[] target, int rows, int half) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(x, (2 * row + 1) * half, target, row * half, half);
        }
        sigmoid(target, rows * half);
    }

    private static void sigmoid(float[] values, int n) {
        for (int i = 0; i < n; i++) {
            values[i] = Sigmoid.sigmoid(values[i]);
        }
    }

    /** {@code target[to + i] *= factors[from + i]} for i below count. */
    private static void multiply(float[] target, int to, float[] factors, int from, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] *= factors[from + i];
        }
    }

    /** The derivative by the second half, dy · y · (1 - gate), in the place of the gates. */
    private static void byGates(float[] gates, int to, float[] y, float[] dy, int from, int count) {
        for (int i = 0; i < count; i++) {
            gates[to + i] = (1f - gates[to + i]) * y[from + i] * dy[from + i];
        }
    }
}
