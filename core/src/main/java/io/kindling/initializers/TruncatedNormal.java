package io.kindling.initializers;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Normal numbers, drawn again where they fall more than two deviations from the mean; they vary some 12 % less than
 * {@code stddev} says.
 *
 * @param mean finite
 * @param stddev the standard deviation before the cut; at least 0
 */
public record TruncatedNormal(double mean, double stddev) implements Initializer {

    public TruncatedNormal {
        Spread.require("truncated_normal", mean, stddev);
    }

    /** Keras' defaults: mean 0, deviation 0.05. */
    public static TruncatedNormal of() {
        return of(0.05);
    }

    public static TruncatedNormal of(double stddev) {
        return new TruncatedNormal(0, stddev);
    }

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        for (int i = 0; i < shape.size(); i++) {
            values[offset + i] = (float) (mean + stddev * Draws.truncatedAt(i, key));
        }
    }
}
