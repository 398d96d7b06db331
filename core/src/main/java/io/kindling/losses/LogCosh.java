package io.kindling.losses;

import io.kindling.math.Tanh;

/** The mean over the outputs of {@code log cosh(y - t)}: about e² / 2 for small errors, |e| - log 2 for large ones. */
public record LogCosh() implements ElementwiseLoss {

    @Override
    public double loss(float target, float output) {
        double error = Math.abs((double) output - target);
        return error + Math.log1p(Math.exp(-2 * error)) - Math.log(2);
    }

    @Override
    public float derivative(float target, float output) {
        return Tanh.tanh(output - target);
    }
}
