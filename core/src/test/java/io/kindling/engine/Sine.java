package io.kindling.engine;

import io.kindling.activations.Activation;

/** The activation a user might write: f(x) = sin(x). */
record Sine() implements Activation {

    @Override
    public void forward(float[] x, float[] y, int rows, int columns) {
        for (int i = 0; i < rows * columns; i++) {
            y[i] = (float) Math.sin(x[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns) {
        for (int i = 0; i < rows * columns; i++) {
            dx[i] = (float) (dy[i] * Math.cos(x[i]));
        }
    }
}
