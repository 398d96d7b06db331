package io.kindling.losses;

/**
 * For counts: the mean over the outputs of {@code y - t log(y + 1e-7)}, the Poisson distribution's likelihood but for a
 * constant. Outputs are rates and must not be negative, as after {@code softplus}, {@code relu} or {@code exponential};
 * the loss of a negative one is NaN.
 */
public record Poisson() implements ElementwiseLoss {

    @Override
    public double loss(float target, float output) {
        return output - target * Math.log((double) output + Probabilities.EPSILON);
    }

    @Override
    public float derivative(float target, float output) {
        return 1f - target / (output + Probabilities.EPSILON);
    }
}
