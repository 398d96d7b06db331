package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Schedule;
import io.kindling.registry.Records;

/**
 * {@link Adam} whose weights shrink by {@code learning_rate · weight_decay} of themselves before every step.
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
        Checks.given("adamw", learningRate);
        Checks.notNegative("adamw", "weight_decay", weightDecay);
        Checks.decay("adamw", "beta_1", beta1);
        Checks.decay("adamw", "beta_2", beta2);
        Checks.positive("adamw", "epsilon", epsilon);
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
    public int slots() {
        return 2;
    }

    @Override
    public void update(Variables variables, float[][] slots, long step) {
        float[] parameters = variables.values();
        float[] gradient = variables.gradient();
        float keep = (float) (1 - learningRate.at(step) * weightDecay);
        variables.decay(keep);
        float rate = AdamStep.rate(learningRate.at(step), beta1, beta2, step);
        AdamStep.apply(parameters, gradient, slots[0], slots[1], rate, (float) (1 - beta1), (float) (1 - beta2), (float)
                epsilon);
    }
}
