package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Ranges;

/**
 * Shortens the gradient of all variables together to a Euclidean norm of at most this: Keras' {@code global_clipnorm}.
 *
 * <p>Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks", ICML 2013.
 *
 * @param norm the largest; positive
 */
public record ClipByGlobalNorm(double norm) implements GradientTransformation {

    public ClipByGlobalNorm {
        Ranges.positive("clip_by_global_norm", "norm", norm);
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        Norms.shorten(variables.gradient(), 0, variables.gradient().length, norm);
    }
}
