package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Ranges;
import io.kindling.optimizers.schedules.Schedule;
import io.kindling.registry.Records;
import java.util.List;

/**
 * A chain of {@link DecayedWeights} and {@link Adam}: weights shrink by {@code learning_rate · weight_decay} of themselves
 * before every step.
 *
 * <p>Loshchilov and Hutter, "Decoupled weight decay regularization", arXiv:1711.05101.
 *
 * @param learningRate the step size
 * @param weightDecay at least 0
 * @param beta1 decay of the mean, in [0, 1)
 * @param beta2 decay of the mean square, in [0, 1)
 * @param epsilon keeps the divisor from zero; positive
 */
public record AdamW(Schedule learningRate, double weightDecay, double beta1, double beta2, double epsilon)
        implements Optimizer {

    public AdamW {
        Checks.adam("adamw", learningRate, beta1, beta2, epsilon);
        Ranges.notNegative("adamw", "weight_decay", weightDecay);
    }

    /** Keras' defaults: rate 0.001, weight decay 0.004, betas 0.9 and 0.999, epsilon 1e-7. */
    public static AdamW of() {
        return of(0.001, 0.004);
    }

    public static AdamW of(double learningRate, double weightDecay) {
        return new AdamW(Constant.of(learningRate), weightDecay, 0.9, 0.999, 1e-7);
    }

    @Override
    public AdamW withLearningRate(Schedule learningRate) {
        return Records.with(this, "learningRate", learningRate);
    }

    @Override
    public List<GradientTransformation> links() {
        return List.of(new DecayedWeights(weightDecay), new Adam(learningRate, beta1, beta2, epsilon, false));
    }
}
