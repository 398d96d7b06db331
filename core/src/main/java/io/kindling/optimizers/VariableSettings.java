package io.kindling.optimizers;

import io.kindling.errors.KindlingException;

/**
 * How steps treat one variable.
 *
 * @param learningRateFactor by what the learning rate is multiplied; at least 0
 * @param weightDecay whether optimizers that let weights decay do so with it
 */
public record VariableSettings(double learningRateFactor, boolean weightDecay) {
    /** The learning rate as it is, and decay where there is any. */
    public static final VariableSettings ORDINARY = new VariableSettings(1, true);

    public VariableSettings {
        if (!(learningRateFactor >= 0 && Double.isFinite(learningRateFactor))) {
            throw new KindlingException(
                    "A factor on the learning rate must be at least 0. Received: " + learningRateFactor + ".");
        }
    }
}
