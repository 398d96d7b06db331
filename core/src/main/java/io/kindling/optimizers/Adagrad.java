package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Ranges;
import io.kindling.optimizers.schedules.Schedule;
import java.util.Arrays;

/**
 * Steps divided by the root of the sum of all squared gradients: {@code a += g², w -= rate · g / √(a + epsilon)}.
 *
 * <p>Duchi, Hazan and Singer, "Adaptive subgradient methods for online learning and stochastic optimization", JMLR
 * 2011.
 *
 * @param learningRate the step size
 * @param initialAccumulatorValue where the sums start; at least 0
 * @param epsilon keeps the divisor from zero; positive
 */
public record Adagrad(Schedule learningRate, double initialAccumulatorValue, double epsilon)
        implements UpdateRule<Adagrad> {

    public Adagrad {
        Checks.given("adagrad", learningRate);
        Ranges.notNegative("adagrad", "initial_accumulator_value", initialAccumulatorValue);
        Ranges.positive("adagrad", "epsilon", epsilon);
    }

    /** Keras' defaults: rate 0.001, sums from 0.1, epsilon 1e-7. */
    public static Adagrad of() {
        return of(0.001);
    }

    public static Adagrad of(double learningRate) {
        return new Adagrad(Constant.of(learningRate), 0.1, 1e-7);
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public float[][] initialSlots(int size) {
        float[][] slots = UpdateRule.super.initialSlots(size);
        Arrays.fill(slots[0], (float) initialAccumulatorValue);
        return slots;
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        float rate = (float) learningRate;
        float small = (float) epsilon;
        float[] w = variables.values();
        float[] g = variables.gradient();
        float[] a = slots[0];
        for (int i = 0; i < w.length; i++) {
            float sum = a[i] + g[i] * g[i];
            a[i] = sum;
            w[i] -= rate * g[i] / (float) Math.sqrt(sum + small);
        }
    }
}
