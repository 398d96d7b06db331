package io.kindling.losses;

/**
 * The hinge loss of several classes: {@code max(1 + max_k (1 - t_k) y_k - Σ_k t_k y_k, 0)}, for one-hot targets.
 *
 * <p>Crammer and Singer, "On the algorithmic implementation of multiclass kernel-based vector machines", JMLR 2001.
 */
public record CategoricalHinge() implements Loss {

    @Override
    public double evaluate(float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            double w = weight == null ? 1 : weight[row];
            int rival = rival(target, output, start, columns);
            double hit = 0;
            for (int i = start; i < start + columns; i++) {
                hit += (double) target[i] * output[i];
            }
            double loss = 1 + (1 - (double) target[rival]) * output[rival] - hit;
            float scale = loss > 0 ? (float) (w / rows) : 0f;
            for (int i = start; i < start + columns; i++) {
                gradient[i] = -scale * target[i];
            }
            gradient[rival] += scale * (1f - target[rival]);
            total += w * Math.max(loss, 0);
        }
        return total;
    }

    /** The place of the largest output of the other classes; as in Keras, that of the true class counts as 0. */
    private static int rival(float[] target, float[] output, int start, int columns) {
        int best = start;
        for (int i = start + 1; i < start + columns; i++) {
            if ((1f - target[i]) * output[i] > (1f - target[best]) * output[best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public void requireOutputs(int columns) {
        if (columns < 2) {
            throw new IllegalArgumentException("categorical_hinge needs one output per class, at least 2."
                    + " The network has " + columns + "; for one output use hinge.");
        }
    }
}
