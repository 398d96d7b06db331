package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Schedule;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An optimizer that is given a limited gradient; Keras' {@code clipnorm}, {@code global_clipnorm} and
 * {@code clipvalue}, of which one may be set. Norms are Euclidean. The gradient is changed in its place.
 *
 * <p>Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks", ICML 2013.
 *
 * @param optimizer what the limited gradient is given to
 * @param clipnorm the largest norm of each variable's gradient, or null
 * @param globalClipnorm the largest norm of the whole gradient, or null
 * @param clipvalue the largest magnitude of each derivative, or null
 */
public record ClippedOptimizer(Optimizer optimizer, Double clipnorm, Double globalClipnorm, Double clipvalue)
        implements Optimizer {

    public ClippedOptimizer {
        Objects.requireNonNull(optimizer, "clipped needs an optimizer. Received: null.");
        if (Stream.of(clipnorm, globalClipnorm, clipvalue)
                        .filter(Objects::nonNull)
                        .count()
                > 1) {
            throw new IllegalArgumentException(
                    "clipped takes one of clipnorm, global_clipnorm and clipvalue. Received: " + clipnorm + ", "
                            + globalClipnorm + ", " + clipvalue + ".");
        }
        requirePositive("clipnorm", clipnorm);
        requirePositive("global_clipnorm", globalClipnorm);
        requirePositive("clipvalue", clipvalue);
    }

    private static void requirePositive(String field, Double value) {
        if (value != null) {
            Checks.positive("clipped", field, value);
        }
    }

    @Override
    public Schedule learningRate() {
        return optimizer.learningRate();
    }

    @Override
    public ClippedOptimizer withLearningRate(Schedule learningRate) {
        return new ClippedOptimizer(optimizer.withLearningRate(learningRate), clipnorm, globalClipnorm, clipvalue);
    }

    @Override
    public int slots() {
        return optimizer.slots();
    }

    @Override
    public float[][] initialSlots(int size) {
        return optimizer.initialSlots(size);
    }

    @Override
    public void update(Variables variables, float[][] slots, long step) {
        float[] gradient = variables.gradient();
        if (clipnorm != null) {
            int[] starts = variables.starts();
            for (int i = 0; i < variables.count(); i++) {
                shorten(gradient, starts[i], starts[i + 1], clipnorm);
            }
        } else if (globalClipnorm != null) {
            shorten(gradient, 0, gradient.length, globalClipnorm);
        } else if (clipvalue != null) {
            limit(gradient, clipvalue.floatValue());
        }
        optimizer.update(variables, slots, step);
    }

    private static void shorten(float[] gradient, int from, int to, double largest) {
        double norm = Norms.norm(gradient, from, to);
        if (norm > largest) {
            float factor = (float) (largest / norm);
            for (int i = from; i < to; i++) {
                gradient[i] *= factor;
            }
        }
    }

    private static void limit(float[] gradient, float largest) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = Math.max(-largest, Math.min(largest, gradient[i]));
        }
    }
}
