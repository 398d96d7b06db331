package io.kindling.initializers;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.Arrays;

/** All ones. */
public record Ones() implements Initializer {

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        Arrays.fill(values, offset, offset + shape.size(), 1f);
    }
}
