package io.kindling.losses;

/** The mean over the outputs of {@code (y - t)²}. */
public record MeanSquaredError() implements ElementwiseLoss {

    @Override
    public double loss(float target, float output) {
        double error = (double) output - target;
        return error * error;
    }

    @Override
    public float derivative(float target, float output) {
        return 2f * (output - target);
    }
}
