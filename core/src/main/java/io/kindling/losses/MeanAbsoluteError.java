package io.kindling.losses;

/** The mean over the outputs of {@code |y - t|}. */
public record MeanAbsoluteError() implements ElementwiseLoss {

    @Override
    public double loss(float target, float output) {
        return Math.abs((double) output - target);
    }

    @Override
    public float derivative(float target, float output) {
        return Math.signum(output - target);
    }
}
