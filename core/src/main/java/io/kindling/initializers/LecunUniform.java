package io.kindling.initializers;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Uniform in [-a, a] with a = √(3 / fan_in).
 *
 * <p>LeCun et al., "Efficient backprop", 1998; what SELU networks need.
 */
public record LecunUniform() implements Initializer {

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        double variance = 1.0 / Fans.of(shape).in();
        Draws.uniform(values, offset, shape.size(), variance, key);
    }
}
