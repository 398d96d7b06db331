package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Schedule;

/**
 * Steps scaled by running means of the gradient and of its square, in Keras' form:
 * {@code w -= rate · √(1 - beta2ᵗ) / (1 - beta1ᵗ) · m / (√v + epsilon)}.
 *
 * <p>Kingma and Ba, "Adam: a method for stochastic optimization", arXiv:1412.6980.
 *
 * @param learningRate the step size
 * @param beta1 decay of the mean, in [0, 1)
 * @param beta2 decay of the mean square, in [0, 1)
 * @param epsilon keeps the divisor from zero; positive
 * @param amsgrad whether to divide by the largest mean square so far (Reddi et al., ICLR 2018)
 */
public record Adam(Schedule learningRate, double beta1, double beta2, double epsilon, boolean amsgrad)
        implements UpdateRule<Adam> {

    public Adam {
        Checks.adam("adam", learningRate, beta1, beta2, epsilon);
    }

    /** Keras' defaults: rate 0.001, betas 0.9 and 0.999, epsilon 1e-7. */
    public static Adam of() {
        return of(0.001);
    }

    public static Adam of(double learningRate) {
        return new Adam(Constant.of(learningRate), 0.9, 0.999, 1e-7, false);
    }

    @Override
    public int slots() {
        return amsgrad ? 3 : 2;
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        float[] parameters = variables.values();
        float[] gradient = variables.gradient();
        float rate = AdamStep.rate(learningRate, beta1, beta2, step);
        float toMean = (float) (1 - beta1);
        float toSquare = (float) (1 - beta2);
        if (amsgrad) {
            AdamStep.applyAmsgrad(parameters, gradient, slots, rate, toMean, toSquare, (float) epsilon);
        } else {
            AdamStep.apply(parameters, gradient, slots[0], slots[1], rate, toMean, toSquare, (float) epsilon);
        }
    }
}
