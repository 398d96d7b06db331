package io.kindling.metrics;

import io.kindling.errors.KindlingException;

/**
 * The share of examples whose class is among the k with the largest outputs.
 *
 * @param k at least 1
 */
public record TopKAccuracy(int k) implements Metric {

    public TopKAccuracy {
        if (k < 1) {
            throw new KindlingException("top_k_accuracy needs a k of at least 1. Received: " + k + ".");
        }
    }

    /** Keras' default, the five largest. */
    public static TopKAccuracy of() {
        return new TopKAccuracy(5);
    }

    @Override
    public double sum(float[] target, int targetColumns, float[] weight, float[] output, int rows, int columns) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            int place = start + Classes.target(target, targetColumns, row, columns);
            float hit = output[place];
            int larger = 0;
            for (int i = start; i < start + columns; i++) {
                if (i != place && !(output[i] <= hit)) {
                    larger++;
                }
            }
            if (larger < k) {
                sum += weight[row];
            }
        }
        return sum;
    }

    @Override
    public boolean isBetterWhenHigher() {
        return true;
    }
}
