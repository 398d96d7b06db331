package io.kindling.activations;

/**
 * A sigmoid without exponentials: f(x) = x / (1 + |x|), in (-1, 1), slower to saturate than tanh.
 *
 * <p>Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010.
 */
public record Softsign() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] / (1f + Math.abs(x[i]));
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            float inverse = 1f / (1f + Math.abs(x[i]));
            dx[i] = dy[i] * inverse * inverse;
        }
    }
}
