package io.kindling.activations;

import io.kindling.math.Indicator;
import io.kindling.math.Rows;
import java.util.Arrays;

/**
 * A distribution over the columns with exact zeros: f(x)_j = max(x_j - τ, 0), τ such that the row sums to one; the
 * point of the simplex that is nearest to x.
 *
 * <p>Martins and Astudillo, "From softmax to sparsemax", arXiv:1602.02068. Keras 3 (up to 3.15) sums the wrong terms
 * for τ, so that its rows do not sum to one where two or more columns are above τ; this follows the paper.
 */
public record Sparsemax() implements Activation {

    @Override
    public void forward(float[] x, float[] y, int rows, int columns) {
        float[] sorted = new float[columns];
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            int candidates = sortCandidates(x, start, columns, sorted);
            // Numbers far from the largest lose nothing: they are not above τ.
            float largest = sorted[candidates - 1];
            float threshold = threshold(sorted, candidates, largest);
            for (int i = start; i < start + columns; i++) {
                y[i] = Math.max(x[i] - largest - threshold, 0f);
            }
        }
    }

    /** Sorts the columns within one of the largest, few of many: τ is not below that. */
    private static int sortCandidates(float[] x, int start, int columns, float[] sorted) {
        float least = Rows.largest(x, start, columns) - 1f;
        int candidates = 0;
        for (int i = start; i < start + columns; i++) {
            // NaN is a candidate too, and makes the row NaN.
            if (!(x[i] < least)) {
                sorted[candidates++] = x[i];
            }
        }
        Arrays.sort(sorted, 0, candidates);
        return candidates;
    }

    /** τ less the largest number of the row, by adding columns in falling order while they stay above it. */
    private static float threshold(float[] sorted, int candidates, float largest) {
        double sum = 0;
        double threshold = Double.NaN;
        for (int count = 1; count <= candidates; count++) {
            double next = (double) sorted[candidates - count] - largest;
            if (1 + count * next <= sum + next) {
                break;
            }
            sum += next;
            threshold = (sum - 1) / count;
        }
        return (float) threshold;
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            float sum = 0;
            float count = 0;
            for (int i = start; i < start + columns; i++) {
                float above = Indicator.positive(y[i]);
                sum += above * dy[i];
                count += above;
            }
            float mean = sum / count;
            for (int i = start; i < start + columns; i++) {
                dx[i] = Indicator.positive(y[i]) * (dy[i] - mean);
            }
        }
    }
}
