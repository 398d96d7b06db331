package io.kindling.activations;

/**
 * A smooth rectifier that is exactly zero on the left: f(x) = 0 for x ≤ -1, (x + 1)² / 4 between, x for x ≥ 1; its
 * derivative is {@link SparseSigmoid}.
 */
public record SparsePlus() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float middle = Math.max(-1f, Math.min(1f, x[i])) + 1f;
            y[i] = 0.25f * middle * middle + Math.max(x[i] - 1f, 0f);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * SparseSigmoid.sparseSigmoid(x[i]);
        }
    }
}
