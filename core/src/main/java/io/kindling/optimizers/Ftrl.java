package io.kindling.optimizers;

import io.kindling.errors.KindlingException;
import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Ranges;
import io.kindling.optimizers.schedules.Schedule;
import java.util.Arrays;

/**
 * Follow the regularized leader, for sparse linear parts: with {@code n' = n + g²} and {@code p = -learning_rate_power},
 * {@code z += g + 2 · shrinkage · w - (n'^p - n^p) / rate · w} and
 * {@code w = (clip(z, ±l1) - z) / (n'^p / rate + 2 · l2 + beta / rate)}.
 *
 * <p>McMahan et al., "Ad click prediction: a view from the trenches", KDD 2013.
 *
 * @param learningRate the step size
 * @param learningRatePower how the rate falls with the gradients seen; at most 0, -1/2 for their root
 * @param initialAccumulatorValue where n starts; at least 0
 * @param l1RegularizationStrength at least 0; makes weights exactly zero
 * @param l2RegularizationStrength at least 0
 * @param l2ShrinkageRegularizationStrength at least 0; a penalty that leaves n as it is
 * @param beta at least 0
 */
public record Ftrl(
        Schedule learningRate,
        double learningRatePower,
        double initialAccumulatorValue,
        double l1RegularizationStrength,
        double l2RegularizationStrength,
        double l2ShrinkageRegularizationStrength,
        double beta)
        implements UpdateRule<Ftrl> {

    public Ftrl {
        Checks.given("ftrl", learningRate);
        if (!(learningRatePower <= 0 && Double.isFinite(learningRatePower))) {
            throw new KindlingException(
                    "ftrl needs a learning_rate_power of at most 0. Received: " + learningRatePower + ".");
        }
        Ranges.notNegative("ftrl", "initial_accumulator_value", initialAccumulatorValue);
        Ranges.notNegative("ftrl", "l1_regularization_strength", l1RegularizationStrength);
        Ranges.notNegative("ftrl", "l2_regularization_strength", l2RegularizationStrength);
        Ranges.notNegative("ftrl", "l2_shrinkage_regularization_strength", l2ShrinkageRegularizationStrength);
        Ranges.notNegative("ftrl", "beta", beta);
    }

    /** Keras' defaults: rate 0.001, power -0.5, n from 0.1, no penalties. */
    public static Ftrl of() {
        return of(0.001);
    }

    public static Ftrl of(double learningRate) {
        return new Ftrl(Constant.of(learningRate), -0.5, 0.1, 0, 0, 0, 0);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public float[][] initialSlots(int size) {
        float[][] slots = UpdateRule.super.initialSlots(size);
        Arrays.fill(slots[0], (float) initialAccumulatorValue);
        return slots;
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        double rate = learningRate;
        double penalty = 2 * l2RegularizationStrength + beta / rate;
        float[] w = variables.values();
        float[] g = variables.gradient();
        float[] n = slots[0];
        float[] z = slots[1];
        for (int i = 0; i < w.length; i++) {
            double sum = n[i] + (double) g[i] * g[i];
            double root = power(sum);
            double linear =
                    z[i] + g[i] + 2 * l2ShrinkageRegularizationStrength * w[i] - (root - power(n[i])) / rate * w[i];
            double quadratic = root / rate + penalty;
            double clipped = Math.max(-l1RegularizationStrength, Math.min(l1RegularizationStrength, linear));
            n[i] = (float) sum;
            z[i] = (float) linear;
            // Nothing seen and nothing penalized yet: 0 / 0.
            w[i] = quadratic == 0 ? 0f : (float) ((clipped - linear) / quadratic);
        }
    }

    private double power(double sum) {
        return learningRatePower == -0.5 ? Math.sqrt(sum) : Math.pow(sum, -learningRatePower);
    }
}
