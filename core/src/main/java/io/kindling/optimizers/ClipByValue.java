package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Ranges;

/**
 * Limits every derivative to [-value, value]: Keras' {@code clipvalue}.
 *
 * @param value the largest magnitude; positive
 */
public record ClipByValue(double value) implements GradientTransformation {

    public ClipByValue {
        Ranges.positive("clip_by_value", "value", value);
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        limit(variables.gradient(), (float) value);
    }

    private static void limit(float[] gradient, float largest) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = Math.max(-largest, Math.min(largest, gradient[i]));
        }
    }
}
