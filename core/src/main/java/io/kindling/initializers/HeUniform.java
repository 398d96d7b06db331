package io.kindling.initializers;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Uniform in [-a, a] with a = √(6 / fan_in).
 *
 * <p>He et al., "Delving deep into rectifiers", arXiv:1502.01852; for relu and its relatives.
 */
public record HeUniform() implements Initializer {

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        double variance = 2.0 / Fans.of(shape).in();
        Draws.uniform(values, offset, shape.size(), variance, key);
    }
}
