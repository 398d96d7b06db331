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
            int in = row * columns;
            int out = row * half;
            for (int i = 0; i < half; i++) {
                y[out + i] = x[in + i] * Sigmoid.sigmoid(x[in + half + i]);
            }
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns) {
        int half = outputColumns(columns);
        for (int row = 0; row < rows; row++) {
            int in = row * columns;
            int out = row * half;
            for (int i = 0; i < half; i++) {
                float gate = Sigmoid.sigmoid(x[in + half + i]);
                dx[in + i] = dy[out + i] * gate;
                dx[in + half + i] = dy[out + i] * x[in + i] * gate * (1f - gate);
            }
        }
    }
}
