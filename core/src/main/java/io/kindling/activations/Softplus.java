package io.kindling.activations;

import io.kindling.math.Exp;

/** The smooth rectifier: f(x) = log(1 + e^x), always positive; its derivative is the logistic function. */
public record Softplus() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        io.kindling.math.Softplus.softplus(x, y, n);
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            // 1 - e^-y, precise however small: a loss may divide by it, as poisson does.
            dx[i] = -dy[i] * Exp.expm1(-y[i]);
        }
    }
}
