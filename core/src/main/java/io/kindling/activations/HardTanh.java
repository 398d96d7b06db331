package io.kindling.activations;

/** A hyperbolic tangent of three lines: f(x) = min(max(x, -1), 1). */
public record HardTanh() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.max(-1f, Math.min(1f, x[i]));
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * Indicator.positive(1f - Math.abs(x[i]));
        }
    }
}
