package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Ranges;

/**
 * Shrinks weights by {@code learning_rate · weight_decay} of themselves before the step, apart from the gradient: Keras'
 * {@code weight_decay}. Its mask are the variables' {@linkplain VariableSettings settings}.
 *
 * <p>Loshchilov and Hutter, "Decoupled weight decay regularization", arXiv:1711.05101.
 *
 * @param weightDecay at least 0
 */
public record DecayedWeights(double weightDecay) implements GradientTransformation {

    public DecayedWeights {
        Ranges.notNegative("decayed_weights", "weight_decay", weightDecay);
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        float keep = (float) (1 - learningRate * weightDecay);
        variables.decay(keep);
    }
}
