package io.kindling.initializers;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Normal numbers.
 *
 * @param mean finite
 * @param stddev their standard deviation; at least 0
 */
public record RandomNormal(double mean, double stddev) implements Initializer {

    public RandomNormal {
        Spread.require("random_normal", mean, stddev);
    }

    /** Keras' defaults: mean 0, deviation 0.05. */
    public static RandomNormal of() {
        return of(0.05);
    }

    public static RandomNormal of(double stddev) {
        return new RandomNormal(0, stddev);
    }

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        for (int i = 0; i < shape.size(); i++) {
            values[offset + i] = (float) (mean + stddev * key.gaussianAt(i));
        }
    }
}
