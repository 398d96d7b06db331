package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Schedule;

/**
 * {@link Adam} whose step on each variable is as long as the variable itself, for large mini-batches:
 * {@code w -= rate · ‖w‖ / ‖r‖ · r} with {@code r = m / (1 - beta1ᵗ) / (√(v / (1 - beta2ᵗ)) + epsilon)}; without the
 * quotient where a norm is zero.
 *
 * <p>You et al., "Large batch optimization for deep learning: training BERT in 76 minutes", arXiv:1904.00962.
 *
 * @param learningRate the step size
 * @param beta1 decay of the mean, in [0, 1)
 * @param beta2 decay of the mean square, in [0, 1)
 * @param epsilon keeps the divisor from zero; positive
 */
public record Lamb(Schedule learningRate, double beta1, double beta2, double epsilon) implements UpdateRule<Lamb> {

    public Lamb {
        Checks.adam("lamb", learningRate, beta1, beta2, epsilon);
    }

    /** Keras' defaults: rate 0.001, betas 0.9 and 0.999, epsilon 1e-7. */
    public static Lamb of() {
        return of(0.001);
    }

    public static Lamb of(double learningRate) {
        return new Lamb(Constant.of(learningRate), 0.9, 0.999, 1e-7);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void apply(Variables variables, float[][] slots, double learningRate, long step) {
        int[] starts = variables.starts();
        updateMeans(variables.gradient(), slots[0], slots[1]);
        for (int i = 0; i < variables.count(); i++) {
            updateVariable(variables.values(), slots[0], slots[1], starts[i], starts[i + 1], learningRate, step);
        }
    }

    private void updateMeans(float[] g, float[] m, float[] v) {
        float toMean = (float) (1 - beta1);
        float toSquare = (float) (1 - beta2);
        for (int i = 0; i < g.length; i++) {
            float gradient = g[i];
            m[i] += (gradient - m[i]) * toMean;
            v[i] += (gradient * gradient - v[i]) * toSquare;
        }
    }

    private void updateVariable(float[] w, float[] m, float[] v, int from, int to, double learningRate, long step) {
        double t = step + 1.0;
        float ofMean = (float) (1 / (1 - Math.pow(beta1, t)));
        float ofSquare = (float) (1 / (1 - Math.pow(beta2, t)));
        float small = (float) epsilon;
        double squares = 0;
        for (int i = from; i < to; i++) {
            double change = ofMean * m[i] / ((float) Math.sqrt(v[i] * ofSquare) + small);
            squares += change * change;
        }
        double ofValues = Norms.norm(w, from, to);
        double ratio = ofValues > 0 && squares > 0 ? ofValues / Math.sqrt(squares) : 1;
        float rate = (float) (learningRate * ratio * ofMean);
        for (int i = from; i < to; i++) {
            w[i] -= rate * m[i] / ((float) Math.sqrt(v[i] * ofSquare) + small);
        }
    }
}
