package io.kindling.activations;

import io.kindling.math.Rows;

/**
 * A distribution over the columns: f(x)_j = e^(x_j) / Σ_k e^(x_k), for the output of a classifier of exclusive
 * classes.
 */
public record Softmax() implements Activation {

    /** The exponentials of all rows in one loop: those of a row of few columns alone would not fill vectors. */
    @Override
    public void forward(float[] x, float[] y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            Rows.subtract(x, Rows.largest(x, start, columns), y, start, columns);
        }
        Rows.exponentials(y, 0f, y, 0, rows * columns);
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            Rows.scale(y, 1f / Rows.sum(y, start, columns), start, columns);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            Rows.softmaxGradient(y, dy, dx, row * columns, columns);
        }
    }
}
