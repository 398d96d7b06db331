package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Ranges;
import io.kindling.optimizers.schedules.Schedule;

/**
 * Steps as large as recent steps were, whatever the scale of the gradient:
 * {@code d = √(x + epsilon) / √(v + epsilon) · g, w -= rate · d} with running means v of g² and x of d².
 *
 * <p>Zeiler, "ADADELTA: an adaptive learning rate method", arXiv:1212.5701, where the rate is 1.
 *
 * @param learningRate the step size
 * @param rho decay of the means, in [0, 1)
 * @param epsilon starts the steps; positive
 */
public record Adadelta(Schedule learningRate, double rho, double epsilon) implements UpdateRule<Adadelta> {

    public Adadelta {
        Checks.given("adadelta", learningRate);
        Ranges.decay("adadelta", "rho", rho);
        Ranges.positive("adadelta", "epsilon", epsilon);
    }

    /** Keras' defaults: rate 0.001, rho 0.95, epsilon 1e-7. */
    public static Adadelta of() {
        return of(0.001);
    }

    public static Adadelta of(double learningRate) {
        return new Adadelta(Constant.of(learningRate), 0.95, 1e-7);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        float rate = (float) learningRate;
        float keep = (float) rho;
        float toMean = (float) (1 - rho);
        float small = (float) epsilon;
        float[] w = variables.values();
        float[] g = variables.gradient();
        float[] v = slots[0];
        float[] x = slots[1];
        for (int i = 0; i < w.length; i++) {
            float square = keep * v[i] + toMean * g[i] * g[i];
            float change = (float) Math.sqrt((x[i] + small) / (square + small)) * g[i];
            v[i] = square;
            x[i] = keep * x[i] + toMean * change * change;
            w[i] -= rate * change;
        }
    }
}
