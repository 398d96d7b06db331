package io.kindling.activations;

import io.kindling.math.Elements;

/** The smooth rectifier: f(x) = log(1 + e^x), always positive; its derivative is the logistic function. */
public record Softplus() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        io.kindling.math.Softplus.softplus(x, y, n);
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        // Precise however small: a loss may divide by it, as poisson does.
        Elements.softplusGradient(y, dy, dx, n);
    }
}
