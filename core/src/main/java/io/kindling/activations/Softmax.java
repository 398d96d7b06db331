package io.kindling.activations;

import io.kindling.math.Exp;

/**
 * A distribution over the columns: f(x)_j = e^(x_j) / Σ_k e^(x_k), for the output of a classifier of exclusive
 * classes.
 */
public record Softmax() implements Activation {

    @Override
    public void forward(float[] x, float[] y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            int end = start + columns;
            float largest = Float.NEGATIVE_INFINITY;
            for (int i = start; i < end; i++) {
                largest = Math.max(largest, x[i]);
            }
            float sum = 0;
            for (int i = start; i < end; i++) {
                y[i] = Exp.exp(x[i] - largest);
                sum += y[i];
            }
            float inverse = 1f / sum;
            for (int i = start; i < end; i++) {
                y[i] *= inverse;
            }
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            int end = start + columns;
            float dot = 0;
            for (int i = start; i < end; i++) {
                dot += dy[i] * y[i];
            }
            for (int i = start; i < end; i++) {
                dx[i] = y[i] * (dy[i] - dot);
            }
        }
    }
}
