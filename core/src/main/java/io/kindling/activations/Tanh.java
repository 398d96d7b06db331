package io.kindling.activations;

/** The hyperbolic tangent: f(x) = (e^x - e^-x) / (e^x + e^-x), zero-centred and in (-1, 1). */
public record Tanh() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = io.kindling.math.Tanh.tanh(x[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * (1f - y[i] * y[i]);
        }
    }

    @Override
    public boolean isInPlace() {
        return true;
    }
}
