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
            // 1/2 where y is between 0 and 1, else 0.
            dx[i] = dy[i] * Math.min(y[i] * (1f - y[i]) * 0x1p60f, 0.5f);
        }
    }

    static float sparseSigmoid(float x) {
        return Math.max(0f, Math.min(1f, 0.5f * x + 0.5f));
    }
}
