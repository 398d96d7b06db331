package io.kindling.activations;

import io.kindling.errors.KindlingException;
import io.kindling.math.Exp;
import io.kindling.math.Indicator;

/**
 * The exponential linear unit: f(x) = x for x > 0 and {@code alpha · (e^x - 1)} below.
 *
 * <p>Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network learning by exponential linear units",
 * ICLR 2016.
 *
 * @param alpha minus the limit for very negative x; positive
 */
public record Elu(double alpha) implements Pointwise {

    public Elu {
        if (!(alpha > 0 && Double.isFinite(alpha))) {
            throw new KindlingException("elu needs a positive alpha. Received: " + alpha + ".");
        }
    }

    /** Keras' default, alpha = 1. */
    public static Elu of() {
        return new Elu(1);
    }

    public static Elu of(double alpha) {
        return new Elu(alpha);
    }

    @Override
    public void forward(float[] x, float[] y, int n) {
        float a = (float) alpha;
        for (int i = 0; i < n; i++) {
            y[i] = Math.max(x[i], 0f) + a * Exp.expm1(Math.min(x[i], 0f));
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        float a = (float) alpha;
        float rest = 1f - a;
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * (Math.min(y[i], 0f) + a + rest * Indicator.positive(y[i]));
        }
    }
}
