package io.kindling.cluster.integration;

import io.kindling.activations.Pointwise;

/** An activation that only a user's program has: {@code x²} above zero, else 0. */
public record SquaredRelu() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float positive = Math.max(x[i], 0);
            y[i] = positive * positive;
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * 2 * Math.max(x[i], 0);
        }
    }
}
