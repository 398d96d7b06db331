package io.kindling.optimizers.schedules;

import io.kindling.errors.KindlingException;

/**
 * The same rate at every step; written as a plain number.
 *
 * @param value positive
 */
public record Constant(double value) implements Schedule {

    public Constant {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new KindlingException("A learning_rate must be positive. Received: " + value + ".");
        }
    }

    public static Constant of(double value) {
        return new Constant(value);
    }

    @Override
    public double at(long step) {
        return value;
    }

    /** The number alone. */
    @Override
    public String toString() {
        return Double.toString(value);
    }
}
