package io.kindling.losses;

/**
 * The mean over the outputs of {@code 100 · |y - t| / |t|}; Keras' {@code mape}. Targets nearer to zero than 1e-7 count
 * as 1e-7.
 */
public record MeanAbsolutePercentageError() implements ElementwiseLoss {

    @Override
    public double loss(float target, float output) {
        return 100 * Math.abs((double) output - target) / size(target);
    }

    @Override
    public float derivative(float target, float output) {
        return 100f * Math.signum(output - target) / size(target);
    }

    private static float size(float target) {
        return Math.max(Math.abs(target), Probabilities.EPSILON);
    }
}
