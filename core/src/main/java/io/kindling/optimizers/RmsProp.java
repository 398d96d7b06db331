package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Schedule;
import io.kindling.registry.Records;

/**
 * Steps divided by the root of a running mean of the squared gradient:
 * {@code v = rho · v + (1 - rho) g², w -= rate · g / √(v + epsilon)}.
 *
 * <p>Tieleman and Hinton, "Neural networks for machine learning", lecture 6.5, 2012.
 *
 * @param learningRate the step size
 * @param rho decay of the mean square, in [0, 1)
 * @param momentum in [0, 1)
 * @param epsilon keeps the divisor from zero; positive
 * @param centered whether the square of the mean gradient is taken off, so that v is a variance
 */
public record RmsProp(Schedule learningRate, double rho, double momentum, double epsilon, boolean centered)
        implements Optimizer {

    public RmsProp {
        Checks.given("rmsprop", learningRate);
        Checks.decay("rmsprop", "rho", rho);
        Checks.decay("rmsprop", "momentum", momentum);
        Checks.positive("rmsprop", "epsilon", epsilon);
    }

    /** Keras' defaults: rate 0.001, rho 0.9, no momentum, epsilon 1e-7. */
    public static RmsProp of() {
        return of(0.001);
    }

    public static RmsProp of(double learningRate) {
        return new RmsProp(Constant.of(learningRate), 0.9, 0, 1e-7, false);
    }

    @Override
    public RmsProp withLearningRate(Schedule learningRate) {
        return Records.with(this, "learningRate", learningRate);
    }

    @Override
    public int slots() {
        return 1 + (centered ? 1 : 0) + (momentum > 0 ? 1 : 0);
    }

    @Override
    public void update(Variables variables, float[][] slots, long step) {
        float[] parameters = variables.values();
        float[] gradient = variables.gradient();
        float rate = (float) learningRate.at(step);
        float toSquare = (float) (1 - rho);
        float small = (float) epsilon;
        float keep = (float) momentum;
        float[] square = slots[0];
        float[] mean = centered ? slots[1] : null;
        float[] velocity = momentum > 0 ? slots[slots() - 1] : null;
        for (int i = 0; i < parameters.length; i++) {
            float g = gradient[i];
            square[i] += (g * g - square[i]) * toSquare;
            float variance = square[i];
            if (mean != null) {
                mean[i] += (g - mean[i]) * toSquare;
                variance = Math.max(variance - mean[i] * mean[i], 0f);
            }
            float change = rate * g / (float) Math.sqrt(variance + small);
            if (velocity != null) {
                velocity[i] = keep * velocity[i] + change;
                change = velocity[i];
            }
            parameters[i] -= change;
        }
    }
}
