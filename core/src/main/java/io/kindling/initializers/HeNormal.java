package io.kindling.initializers;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Normal with variance 2 / fan_in, cut off at two deviations.
 *
 * <p>He et al., "Delving deep into rectifiers", arXiv:1502.01852; for relu and its relatives.
 */
public record HeNormal() implements Initializer {

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        double variance = 2.0 / Fans.of(shape).in();
        Draws.normal(values, offset, shape.size(), variance, key);
    }
}
