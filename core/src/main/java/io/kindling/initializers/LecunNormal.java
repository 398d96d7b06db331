package io.kindling.initializers;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Normal with variance 1 / fan_in, cut off at two deviations.
 *
 * <p>LeCun et al., "Efficient backprop", 1998; what SELU networks need.
 */
public record LecunNormal() implements Initializer {

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        double variance = 1.0 / Fans.of(shape).in();
        Draws.normal(values, offset, shape.size(), variance, key);
    }
}
