package io.kindling.losses;

/**
 * How far a predicted distribution is from the true one: {@code Σ_k t_k log(t_k / y_k)}, with both kept in [1e-7, 1].
 *
 * <p>Kullback and Leibler, "On information and sufficiency", 1951.
 */
public record KLDivergence() implements Loss {

    @Override
    public double evaluate(float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            double w = weight == null ? 1 : weight[row];
            float scale = (float) (w / rows);
            double sum = 0;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                float t = limited(target[i]);
                float y = limited(output[i]);
                sum += t * Math.log((double) t / y);
                gradient[i] = y == output[i] ? -scale * t / y : 0f;
            }
            total += w * sum;
        }
        return total;
    }

    private static float limited(float probability) {
        return Math.max(Probabilities.EPSILON, Math.min(1f, probability));
    }
}
