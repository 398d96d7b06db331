package io.kindling.activations;

import io.kindling.math.Exp;

/** The logarithm of {@link Softmax}: f(x)_j = x_j - log Σ_k e^(x_k), exact also where the softmax rounds to zero. */
public record LogSoftmax() implements Activation {

    @Override
    public void forward(float[] x, float[] y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            int end = start + columns;
            float largest = Float.NEGATIVE_INFINITY;
            for (int i = start; i < end; i++) {
                largest = Math.max(largest, x[i]);
            }
            double sum = 0;
            for (int i = start; i < end; i++) {
                sum += Exp.exp(x[i] - largest);
            }
            float logSum = (float) Math.log(sum);
            for (int i = start; i < end; i++) {
                y[i] = x[i] - largest - logSum;
            }
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            int end = start + columns;
            float sum = 0;
            for (int i = start; i < end; i++) {
                sum += dy[i];
            }
            for (int i = start; i < end; i++) {
                dx[i] = dy[i] - Exp.exp(y[i]) * sum;
            }
        }
    }
}
