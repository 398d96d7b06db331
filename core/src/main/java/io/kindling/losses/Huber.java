package io.kindling.losses;

import io.kindling.errors.KindlingException;

/**
 * Quadratic for small errors, linear for large ones: {@code e² / 2} for |e| ≤ delta, else
 * {@code delta · |e| - delta² / 2}, the mean over the outputs.
 *
 * <p>Huber, "Robust estimation of a location parameter", 1964.
 *
 * @param delta where the two meet; positive
 */
public record Huber(double delta) implements ElementwiseLoss {

    public Huber {
        if (!(delta > 0 && Double.isFinite(delta))) {
            throw new KindlingException("huber needs a positive delta. Received: " + delta + ".");
        }
    }

    /** Keras' default, delta = 1. */
    public static Huber of() {
        return new Huber(1);
    }

    public static Huber of(double delta) {
        return new Huber(delta);
    }

    @Override
    public double loss(float target, float output) {
        double error = Math.abs((double) output - target);
        return error <= delta ? 0.5 * error * error : delta * error - 0.5 * delta * delta;
    }

    @Override
    public float derivative(float target, float output) {
        float error = output - target;
        float limit = (float) delta;
        return Math.max(-limit, Math.min(limit, error));
    }
}
