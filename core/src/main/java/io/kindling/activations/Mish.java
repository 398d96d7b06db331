package io.kindling.activations;

import io.kindling.math.Exp;

/**
 * A smooth, self-gated function: f(x) = x · tanh(log(1 + e^x)) = x · n / (n + 2) with n = e^x (e^x + 2).
 *
 * <p>Misra, "Mish: a self regularized non-monotonic activation function", arXiv:1908.08681.
 */
public record Mish() implements Pointwise {
    /** From here on n / (n + 2) is 1 in single precision. */
    private static final float ONE_FROM = 10f;

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float e = Exp.expBelow88(Math.min(x[i], ONE_FROM));
            float numerator = e * (e + 2f);
            y[i] = x[i] * (numerator / (numerator + 2f));
        }
    }

    /** The derivative is (n (n + 2) + 4 x e^x (e^x + 1)) / (n + 2)², here in two loops that each fit into vectors. */
    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        divide(x, dy, dx, n);
        multiply(x, dx, n);
    }

    private static void divide(float[] x, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            float e = Exp.expBelow88(Math.min(x[i], ONE_FROM));
            float inverse = 1f / Math.fma(e, e + 2f, 2f);
            dx[i] = dy[i] * inverse * inverse;
        }
    }

    private static void multiply(float[] x, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            float v = Math.min(x[i], ONE_FROM);
            float e = Exp.expBelow88(v);
            float numerator = e * (e + 2f);
            dx[i] *= Math.fma(numerator, numerator + 2f, 4f * v * e * (e + 1f));
        }
    }
}
