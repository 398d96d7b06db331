package io.kindling.activations;

import io.kindling.math.Rows;

/** The logarithm of {@link Softmax}: f(x)_j = x_j - log Σ_k e^(x_k), exact also where the softmax rounds to zero. */
public record LogSoftmax() implements Activation {

    /** The exponentials of all rows in one loop, as in {@link Softmax}. */
    @Override
    public void forward(float[] x, float[] y, int rows, int columns) {
        float[] largest = new float[rows];
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            largest[row] = Rows.largest(x, start, columns);
            Rows.subtract(x, largest[row], y, start, columns);
        }
        Rows.exponentials(y, 0f, y, 0, rows * columns);
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            float logSum = (float) Math.log(Rows.sum(y, start, columns));
            subtractBoth(x, largest[row], logSum, y, start, start + columns);
        }
    }

    private static void subtractBoth(float[] x, float largest, float logSum, float[] y, int start, int end) {
        for (int i = start; i < end; i++) {
            y[i] = x[i] - largest - logSum;
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            // e^y is a probability, so y is at most 0.
            Rows.subtractExponentials(y, Rows.sum(dy, start, columns), dy, dx, start, columns);
        }
    }
}
