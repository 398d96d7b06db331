package io.kindling.initializers;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Normal with variance 1 / fan, cut off at two deviations, fan = (fan_in + fan_out) / 2.
 *
 * <p>Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010; for tanh, sigmoid and softmax layers.
 */
public record GlorotNormal() implements Initializer {

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        double variance = 1.0 / Fans.of(shape).average();
        Draws.normal(values, offset, shape.size(), variance, key);
    }
}
