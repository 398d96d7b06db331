package io.kindling.losses;

/**
 * The mean over the outputs of {@code max(1 - t y, 0)}, for yes/no targets of 1 and -1; a target of 0 is read as -1.
 *
 * <p>Keras reads zeros so only in a mini-batch without any -1; here it does not depend on the mini-batch.
 */
public record Hinge() implements ElementwiseLoss {

    @Override
    public double loss(float target, float output) {
        return Math.max(1 - (double) sign(target) * output, 0);
    }

    @Override
    public float derivative(float target, float output) {
        float t = sign(target);
        return t * output < 1f ? -t : 0f;
    }

    static float sign(float target) {
        return target == 0f ? -1f : target;
    }
}
