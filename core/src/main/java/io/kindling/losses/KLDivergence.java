package io.kindling.losses;

/**
 * How far a predicted distribution is from the true one: {@code Σ_k t_k log(t_k / y_k)}, with both kept in [1e-7, 1].
 *
 * <p>Kullback and Leibler, "On information and sufficiency", 1951.
 */
public record KLDivergence() implements RowLoss {

    @Override
    public double loss(float[] target, float[] output, int row, int columns) {
        double sum = 0;
        for (int i = row * columns; i < (row + 1) * columns; i++) {
            float t = limited(target[i]);
            sum += t * Math.log((double) t / limited(output[i]));
        }
        return sum;
    }

    @Override
    public double lossAndDerivative(
            float[] target, float[] output, double scale, float[] gradient, int row, int columns) {
        float minus = (float) -scale;
        for (int i = row * columns; i < (row + 1) * columns; i++) {
            float y = limited(output[i]);
            gradient[i] = y == output[i] ? minus * limited(target[i]) / y : 0f;
        }
        return loss(target, output, row, columns);
    }

    private static float limited(float probability) {
        return Math.max(Probabilities.EPSILON, Math.min(1f, probability));
    }
}
