package io.kindling.optimizers;

import io.kindling.errors.KindlingException;
import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Ranges;
import io.kindling.optimizers.schedules.Schedule;

/**
 * Steps of one size, in the direction of the sign alone:
 * {@code w -= rate · sign(beta1 · m + (1 - beta1) g), m = beta2 · m + (1 - beta2) g}.
 *
 * <p>Chen et al., "Symbolic discovery of optimization algorithms", arXiv:2302.06675; it wants a rate some ten times
 * below Adam's.
 *
 * @param learningRate the step size
 * @param beta1 share of the memory in the direction, in (0, 1]
 * @param beta2 decay of the memory, in [0, 1)
 */
public record Lion(Schedule learningRate, double beta1, double beta2) implements UpdateRule<Lion> {

    public Lion {
        Checks.given("lion", learningRate);
        if (!(beta1 > 0 && beta1 <= 1)) {
            throw new KindlingException("lion needs a beta_1 in (0, 1]. Received: " + beta1 + ".");
        }
        Ranges.decay("lion", "beta_2", beta2);
    }

    /** Keras' defaults: rate 0.001, betas 0.9 and 0.99. */
    public static Lion of() {
        return of(0.001);
    }

    public static Lion of(double learningRate) {
        return new Lion(Constant.of(learningRate), 0.9, 0.99);
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        float rate = (float) learningRate;
        float ofMemory = (float) beta1;
        float ofGradient = (float) (1 - beta1);
        float keep = (float) beta2;
        float toMemory = (float) (1 - beta2);
        float[] w = variables.values();
        float[] g = variables.gradient();
        float[] m = slots[0];
        for (int i = 0; i < w.length; i++) {
            w[i] -= rate * Math.signum(ofMemory * m[i] + ofGradient * g[i]);
            m[i] = keep * m[i] + toMemory * g[i];
        }
    }
}
