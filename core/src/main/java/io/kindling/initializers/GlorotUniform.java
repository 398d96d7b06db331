package io.kindling.initializers;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Uniform in [-a, a] with a = √(3 / fan), fan = (fan_in + fan_out) / 2.
 *
 * <p>Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010; for tanh, sigmoid and softmax layers.
 */
public record GlorotUniform() implements Initializer {

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        double variance = 1.0 / Fans.of(shape).average();
        Draws.uniform(values, offset, shape.size(), variance, key);
    }
}
