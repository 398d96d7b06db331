package io.kindling.activations;

/** The logarithm of the logistic function: f(x) = log σ(x) = -log(1 + e^-x), always negative. */
public record LogSigmoid() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = -io.kindling.math.Softplus.softplus(-x[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * io.kindling.math.Sigmoid.sigmoid(-x[i]);
        }
    }
}
