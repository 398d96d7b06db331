package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Ranges;
import io.kindling.optimizers.schedules.Schedule;
import io.kindling.registry.Records;

/**
 * Stochastic gradient descent: {@code w -= rate · g}; with momentum {@code v = momentum · v - rate · g, w += v}; with
 * Nesterov's {@code w += momentum · v - rate · g} after it.
 *
 * <p>Sutskever et al., "On the importance of initialization and momentum in deep learning", ICML 2013.
 *
 * @param learningRate the step size
 * @param momentum in [0, 1)
 * @param nesterov whether to look ahead along the momentum
 */
public record Sgd(Schedule learningRate, double momentum, boolean nesterov) implements UpdateRule<Sgd> {

    public Sgd {
        Checks.given("sgd", learningRate);
        Ranges.decay("sgd", "momentum", momentum);
    }

    /** Keras' default, a rate of 0.01. */
    public static Sgd of() {
        return of(0.01);
    }

    public static Sgd of(double learningRate) {
        return new Sgd(Constant.of(learningRate), 0, false);
    }

    public Sgd momentum(double momentum) {
        return Records.with(this, "momentum", momentum);
    }

    public Sgd nesterov(boolean nesterov) {
        return Records.with(this, "nesterov", nesterov);
    }

    @Override
    public int slots() {
        return momentum == 0 ? 0 : 1;
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        float[] parameters = variables.values();
        float[] gradient = variables.gradient();
        float rate = (float) learningRate;
        if (momentum == 0) {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= rate * gradient[i];
            }
        } else {
            withMomentum(parameters, gradient, slots[0], rate, (float) momentum);
        }
    }

    private void withMomentum(float[] parameters, float[] gradient, float[] velocity, float rate, float keep) {
        for (int i = 0; i < parameters.length; i++) {
            velocity[i] = keep * velocity[i] - rate * gradient[i];
        }
        if (!nesterov) {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] += velocity[i];
            }
            return;
        }
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += keep * velocity[i] - rate * gradient[i];
        }
    }
}
