package io.kindling.activations;

import io.kindling.activations.loops.ActivationLoops;
import io.kindling.math.Exp;
import io.kindling.math.Log1p;

/**
 * The logarithm of the logistic function: f(x) = log σ(x) = -log(1 + e^-x) = min(x, 0) - log(1 + e^-|x|), always
 * negative.
 */
public record LogSigmoid() implements Pointwise {

    /** Two loops that each fit into vectors. */
    @Override
    public void forward(float[] x, float[] y, int n) {
        Exp.ofMinusAbsolute(x, y, n);
        subtractLogarithms(x, y, n);
    }

    private static void subtractLogarithms(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.min(x[i], 0f) - Log1p.log1p(y[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        ActivationLoops.BEST.logSigmoidGradient(y, dy, dx, 0, n);
    }
}
