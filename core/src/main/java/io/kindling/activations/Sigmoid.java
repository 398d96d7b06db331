package io.kindling.activations;

/** The logistic function: f(x) = 1 / (1 + e^-x), a probability for the output of a binary classifier. */
public record Sigmoid() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = io.kindling.math.Sigmoid.sigmoid(x[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * y[i] * (1f - y[i]);
        }
    }

    @Override
    public boolean isInPlace() {
        return true;
    }
}
