package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Schedule;

/**
 * {@link Adam} with Nesterov's look ahead: the mean of the gradient is replaced by
 * {@code μₜ₊₁ m / (1 - μ₁…μₜ₊₁) + (1 - μₜ) g / (1 - μ₁…μₜ)} with {@code μₜ = beta1 · (1 - 0.96ᵗ / 2)}.
 *
 * <p>Dozat, "Incorporating Nesterov momentum into Adam", 2015.
 *
 * @param learningRate the step size
 * @param beta1 decay of the mean, in [0, 1)
 * @param beta2 decay of the mean square, in [0, 1)
 * @param epsilon keeps the divisor from zero; positive
 */
public record Nadam(Schedule learningRate, double beta1, double beta2, double epsilon) implements UpdateRule<Nadam> {
    private static final double WARMING = 0.96;
    /** From here on 0.96ᵗ is too small to change a factor of the product. */
    private static final int WARM = 1000;

    public Nadam {
        Checks.adam("nadam", learningRate, beta1, beta2, epsilon);
    }

    /** Keras' defaults: rate 0.001, betas 0.9 and 0.999, epsilon 1e-7. */
    public static Nadam of() {
        return of(0.001);
    }

    public static Nadam of(double learningRate) {
        return new Nadam(Constant.of(learningRate), 0.9, 0.999, 1e-7);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        double t = step + 1.0;
        double rate = learningRate;
        double momentum = momentum(t);
        double next = momentum(t + 1);
        double product = product(step + 1);
        float ofMean = (float) (rate * next / (1 - product * next));
        float ofGradient = (float) (rate * (1 - momentum) / (1 - product));
        float correction = (float) (1 / (1 - Math.pow(beta2, t)));
        float toMean = (float) (1 - beta1);
        float toSquare = (float) (1 - beta2);
        float small = (float) epsilon;
        float[] w = variables.values();
        float[] g = variables.gradient();
        float[] m = slots[0];
        float[] v = slots[1];
        for (int i = 0; i < w.length; i++) {
            float gradient = g[i];
            float mean = m[i] + (gradient - m[i]) * toMean;
            float square = v[i] + (gradient * gradient - v[i]) * toSquare;
            m[i] = mean;
            v[i] = square;
            w[i] -= (ofMean * mean + ofGradient * gradient) / ((float) Math.sqrt(square * correction) + small);
        }
    }

    private double momentum(double t) {
        return beta1 * (1 - 0.5 * Math.pow(WARMING, t));
    }

    /** μ₁…μₜ, which Keras keeps from step to step; here a function of the step, so that nothing needs to be kept. */
    private double product(long t) {
        double product = Math.pow(beta1, t);
        double power = 1;
        for (long i = 1; i <= Math.min(t, WARM); i++) {
            power *= WARMING;
            product *= 1 - 0.5 * power;
        }
        return product;
    }
}
