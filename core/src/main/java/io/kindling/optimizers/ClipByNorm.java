package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Ranges;

/**
 * Shortens the gradient of every variable to a Euclidean norm of at most this: Keras' {@code clipnorm}.
 *
 * <p>Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks", ICML 2013.
 *
 * @param norm the largest; positive
 */
public record ClipByNorm(double norm) implements GradientTransformation {

    public ClipByNorm {
        Ranges.positive("clip_by_norm", "norm", norm);
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        int[] starts = variables.starts();
        for (int i = 0; i < variables.count(); i++) {
            Norms.shorten(variables.gradient(), starts[i], starts[i + 1], norm);
        }
    }
}
