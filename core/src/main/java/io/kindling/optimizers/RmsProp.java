package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Ranges;
import io.kindling.optimizers.schedules.Schedule;

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
        implements UpdateRule<RmsProp> {
    private static final float[] UNUSED = {};

    public RmsProp {
        Checks.given("rmsprop", learningRate);
        Ranges.decay("rmsprop", "rho", rho);
        Ranges.decay("rmsprop", "momentum", momentum);
        Ranges.positive("rmsprop", "epsilon", epsilon);
    }

    /** Keras' defaults: rate 0.001, rho 0.9, no momentum, epsilon 1e-7. */
    public static RmsProp of() {
        return of(0.001);
    }

    public static RmsProp of(double learningRate) {
        return new RmsProp(Constant.of(learningRate), 0.9, 0, 1e-7, false);
    }

    @Override
    public int slots() {
        return 1 + (centered ? 1 : 0) + (momentum > 0 ? 1 : 0);
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        float[] parameters = variables.values();
        float[] gradient = variables.gradient();
        float rate = (float) learningRate;
        float toSquare = (float) (1 - rho);
        float small = (float) epsilon;
        float keep = (float) momentum;
        float[] square = slots[0];
        boolean hasMomentum = momentum > 0;
        float[] mean = centered ? slots[1] : UNUSED;
        float[] velocity = hasMomentum ? slots[slots() - 1] : UNUSED;
        for (int i = 0; i < parameters.length; i++) {
            float g = gradient[i];
            square[i] += (g * g - square[i]) * toSquare;
            float variance = square[i];
            if (centered) {
                mean[i] += (g - mean[i]) * toSquare;
                variance = Math.max(variance - mean[i] * mean[i], 0f);
            }
            float change = rate * g / (float) Math.sqrt(variance + small);
            if (hasMomentum) {
                velocity[i] = keep * velocity[i] + change;
                change = velocity[i];
            }
            parameters[i] -= change;
        }
    }
}
