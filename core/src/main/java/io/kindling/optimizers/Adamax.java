package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Schedule;

/**
 * {@link Adam} with the largest recent gradient in place of the root mean square:
 * {@code u = max(beta2 · u, |g|), w -= rate / (1 - beta1ᵗ) · m / (u + epsilon)}.
 *
 * <p>Kingma and Ba, "Adam: a method for stochastic optimization", arXiv:1412.6980, section 7.
 *
 * @param learningRate the step size
 * @param beta1 decay of the mean, in [0, 1)
 * @param beta2 decay of the largest gradient, in [0, 1)
 * @param epsilon keeps the divisor from zero; positive
 */
public record Adamax(Schedule learningRate, double beta1, double beta2, double epsilon) implements UpdateRule<Adamax> {

    public Adamax {
        Checks.adam("adamax", learningRate, beta1, beta2, epsilon);
    }

    /** Keras' defaults: rate 0.001, betas 0.9 and 0.999, epsilon 1e-7. */
    public static Adamax of() {
        return of(0.001);
    }

    public static Adamax of(double learningRate) {
        return new Adamax(Constant.of(learningRate), 0.9, 0.999, 1e-7);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        float rate = (float) (learningRate / (1 - Math.pow(beta1, step + 1.0)));
        float toMean = (float) (1 - beta1);
        float keep = (float) beta2;
        float small = (float) epsilon;
        float[] w = variables.values();
        float[] g = variables.gradient();
        float[] m = slots[0];
        float[] u = slots[1];
        for (int i = 0; i < w.length; i++) {
            float mean = m[i] + (g[i] - m[i]) * toMean;
            float largest = Math.max(keep * u[i], Math.abs(g[i]));
            m[i] = mean;
            u[i] = largest;
            w[i] -= rate * mean / (largest + small);
        }
    }
}
