package io.kindling.losses;

import io.kindling.errors.KindlingException;

/**
 * The hinge loss of several classes: {@code max(1 + max_k (1 - t_k) y_k - Σ_k t_k y_k, 0)}, for one-hot targets.
 *
 * <p>Crammer and Singer, "On the algorithmic implementation of multiclass kernel-based vector machines", JMLR 2001.
 */
public record CategoricalHinge() implements RowLoss {

    @Override
    public double loss(float[] target, float[] output, int row, int columns) {
        int start = row * columns;
        return Math.max(missing(target, output, rival(target, output, start, columns), start, columns), 0);
    }

    @Override
    public double lossAndDerivative(
            float[] target, float[] output, double scale, float[] gradient, int row, int columns) {
        int start = row * columns;
        int rival = rival(target, output, start, columns);
        double missing = missing(target, output, rival, start, columns);
        float slope = missing > 0 ? (float) scale : 0f;
        for (int i = start; i < start + columns; i++) {
            gradient[i] = -slope * target[i];
        }
        gradient[rival] += slope * (1f - target[rival]);
        return Math.max(missing, 0);
    }

    /** How much the true class is short of being one above its rival. */
    private static double missing(float[] target, float[] output, int rival, int start, int columns) {
        double hit = 0;
        for (int i = start; i < start + columns; i++) {
            hit += (double) target[i] * output[i];
        }
        return 1 + (1 - (double) target[rival]) * output[rival] - hit;
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
            throw new KindlingException("categorical_hinge needs one output per class, at least 2."
                    + " The network has " + columns + "; for one output use hinge.");
        }
    }
}
