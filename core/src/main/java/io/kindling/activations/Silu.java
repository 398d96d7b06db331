package io.kindling.activations;

/**
 * The sigmoid linear unit, also called swish: f(x) = x · σ(x).
 *
 * <p>Ramachandran, Zoph and Le, "Searching for activation functions", arXiv:1710.05941.
 */
public record Silu() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * io.kindling.math.Sigmoid.sigmoid(x[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            float sigmoid = io.kindling.math.Sigmoid.sigmoid(x[i]);
            dx[i] = dy[i] * (sigmoid + y[i] * (1f - sigmoid));
        }
    }
}
