package io.kindling.activations;

import io.kindling.math.Exp;

/** f(x) = e^x, for a positive output; it stops at e^88.3, short of the largest float. */
public record Exponential() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Exp.exp(x[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * y[i];
        }
    }
}
