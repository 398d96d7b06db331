package io.kindling.losses;

/** The mean over the outputs of {@code max(1 - t y, 0)²}, with targets as in {@link Hinge}. */
public record SquaredHinge() implements ElementwiseLoss {

    @Override
    public double loss(float target, float output) {
        double missing = Math.max(1 - (double) Hinge.sign(target) * output, 0);
        return missing * missing;
    }

    @Override
    public float derivative(float target, float output) {
        float t = Hinge.sign(target);
        return -2f * t * Math.max(1f - t * output, 0f);
    }
}
