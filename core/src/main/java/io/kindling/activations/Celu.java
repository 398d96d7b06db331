package io.kindling.activations;

import io.kindling.errors.KindlingException;
import io.kindling.math.Exp;

/**
 * The continuously differentiable exponential linear unit: f(x) = x for x > 0 and
 * {@code alpha · (e^(x / alpha) - 1)} below; its slope at zero is one for every alpha.
 *
 * <p>Barron, "Continuously differentiable exponential linear units", arXiv:1704.07483.
 *
 * @param alpha minus the limit for very negative x; positive
 */
public record Celu(double alpha) implements Pointwise {

    public Celu {
        if (!(alpha > 0 && Double.isFinite(alpha))) {
            throw new KindlingException("celu needs a positive alpha. Received: " + alpha + ".");
        }
    }

    /** Keras' default, alpha = 1. */
    public static Celu of() {
        return new Celu(1);
    }

    public static Celu of(double alpha) {
        return new Celu(alpha);
    }

    @Override
    public void forward(float[] x, float[] y, int n) {
        float a = (float) alpha;
        float inverse = (float) (1 / alpha);
        for (int i = 0; i < n; i++) {
            y[i] = Math.max(x[i], 0f) + a * Exp.expm1(Math.min(x[i] * inverse, 0f));
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        float inverse = (float) (1 / alpha);
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * (1f + Math.min(y[i], 0f) * inverse);
        }
    }
}
