package io.kindling.losses;

/**
 * The mean over the outputs of {@code (log(1 + y) - log(1 + t))²}, an error of relative size, for targets and outputs
 * of at least 0; Keras' {@code msle}. What is below 1e-7 counts as 1e-7.
 */
public record MeanSquaredLogarithmicError() implements ElementwiseLoss {

    @Override
    public double loss(float target, float output) {
        double error = error(target, output);
        return error * error;
    }

    @Override
    public float derivative(float target, float output) {
        return output < Probabilities.EPSILON ? 0f : (float) (2 * error(target, output) / (1.0 + output));
    }

    private static double error(float target, float output) {
        return Math.log1p(Math.max(output, Probabilities.EPSILON))
                - Math.log1p(Math.max(target, Probabilities.EPSILON));
    }
}
