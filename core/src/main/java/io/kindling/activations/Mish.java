package io.kindling.activations;

import io.kindling.math.Exp;

/**
 * A smooth, self-gated function: f(x) = x · tanh(log(1 + e^x)) = x · n / (n + 2) with n = e^x (e^x + 2).
 *
 * <p>Misra, "Mish: a self regularized non-monotonic activation function", arXiv:1908.08681.
 */
public record Mish() implements Pointwise {
    /** From here on n / (n + 2) is 1 in single precision. */
    private static final float ONE_FROM = 20f;

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float e = Exp.exp(Math.min(x[i], ONE_FROM));
            float numerator = e * (e + 2f);
            y[i] = x[i] * (numerator / (numerator + 2f));
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            float e = Exp.exp(Math.min(x[i], ONE_FROM));
            float numerator = e * (e + 2f);
            float inverse = 1f / (numerator + 2f);
            // The derivative of the gate: (1 - tanh²) · σ(x) = 4 e^x (e^x + 1) / (n + 2)².
            float gateSlope = 4f * e * inverse * ((e + 1f) * inverse);
            dx[i] = dy[i] * (numerator * inverse + x[i] * gateSlope);
        }
    }
}
