package io.kindling.activations;

import io.kindling.math.Rows;

/** The logarithm of {@link Softmax}: f(x)_j = x_j - log Σ_k e^(x_k), exact also where the softmax rounds to zero. */
public record LogSoftmax() implements Activation {

    @Override
    public void forward(float[] x, float[] y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            float largest = Rows.largest(x, start, columns);
            Rows.exponentials(x, largest, y, start, columns);
            float logSum = (float) Math.log(Rows.sum(y, start, columns));
            forwardRow(x, y, largest, logSum, start, start + columns);
        }
    }

    private static void forwardRow(float[] x, float[] y, float largest, float logSum, int start, int end) {
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
