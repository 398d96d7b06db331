package io.kindling.activations;

import io.kindling.errors.KindlingException;

/**
 * A smooth rectifier without exponentials: f(x) = (x + √(x² + b)) / 2, always positive.
 *
 * <p>Barron, "Squareplus: a softplus-like algebraic rectifier", arXiv:2112.11687.
 *
 * @param b how wide the bend is; positive
 */
public record Squareplus(double b) implements Pointwise {

    public Squareplus {
        if (!(b > 0 && Double.isFinite(b))) {
            throw new KindlingException("squareplus needs a positive b. Received: " + b + ".");
        }
    }

    /** Keras' default, b = 4. */
    public static Squareplus of() {
        return new Squareplus(4);
    }

    public static Squareplus of(double b) {
        return new Squareplus(b);
    }

    @Override
    public void forward(float[] x, float[] y, int n) {
        float bend = (float) b;
        for (int i = 0; i < n; i++) {
            // The same as in the formula, without its cancellation for negative x.
            float root = (float) Math.sqrt(x[i] * x[i] + bend);
            y[i] = Math.max(x[i], 0f) + 0.5f * bend / (Math.abs(x[i]) + root);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        float bend = (float) b;
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * (y[i] / (float) Math.sqrt(x[i] * x[i] + bend));
        }
    }
}
