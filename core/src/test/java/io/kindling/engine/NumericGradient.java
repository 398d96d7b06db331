package io.kindling.engine;

import java.util.function.DoubleSupplier;

/** The derivative of a function of an array by one of its numbers, by central differences. */
final class NumericGradient {
    private final float[] parameters;
    private final Runnable changed;
    private final DoubleSupplier function;

    /** {@code changed} is called whenever the array was. */
    NumericGradient(float[] parameters, Runnable changed, DoubleSupplier function) {
        this.parameters = parameters;
        this.changed = changed;
        this.function = function;
    }

    double at(int i, float step) {
        float original = parameters[i];
        set(i, original + step);
        double width = parameters[i];
        double up = function.getAsDouble();
        set(i, original - step);
        width -= parameters[i];
        double down = function.getAsDouble();
        set(i, original);
        return (up - down) / width;
    }

    private void set(int i, float value) {
        parameters[i] = value;
        changed.run();
    }
}
