package io.kindling.activations;

/** A sigmoid that reaches its ends: f(x) = min(max((x + 1) / 2, 0), 1). */
public record SparseSigmoid() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = sparseSigmoid(x[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * 0.5f * Indicator.positive(1f - Math.abs(x[i]));
        }
    }

    static float sparseSigmoid(float x) {
        return Math.max(0f, Math.min(1f, 0.5f * x + 0.5f));
    }
}
