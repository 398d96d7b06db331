package io.kindling.activations;

import io.kindling.activations.loops.ActivationLoops;
import io.kindling.math.Exp;
import io.kindling.math.Log1p;

/**
 * The smooth rectifier: f(x) = log(1 + e^x), always positive; its derivative is the logistic function.
 *
 * <p>Computed as max(x, 0) + log1p(e^-|x|), which never overflows: relatively within 5e-7 of the exact value down to
 * x = -87, from where on it stays as it is there.
 */
public record Softplus() implements Pointwise {

    /** In two loops, each of which the JIT turns into vectors. */
    @Override
    public void forward(float[] x, float[] y, int n) {
        Exp.ofMinusAbsolute(x, y, n);
        addLogarithms(x, y, n);
    }

    private static void addLogarithms(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.max(x[i], 0f) + Log1p.log1p(y[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        // Precise however small: a loss may divide by it, as poisson does.
        ActivationLoops.BEST.softplusGradient(y, dy, dx, 0, n);
    }
}
