package io.kindling.activations;

import io.kindling.errors.KindlingException;
import io.kindling.math.Rows;

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
            throw new KindlingException(
                    "glu needs an even number of columns, half of them gates. Received: " + columns + ".");
        }
        return columns / 2;
    }

    @Override
    public void forward(float[] x, float[] y, int rows, int columns) {
        int half = outputColumns(columns);
        for (int row = 0; row < rows; row++) {
            int values = row * columns;
            Rows.gate(x, values, values + half, y, row * half, half);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns) {
        int half = outputColumns(columns);
        for (int row = 0; row < rows; row++) {
            int values = row * columns;
            Rows.gateGradient(x, values, values + half, dy, row * half, dx, half);
        }
    }
}
