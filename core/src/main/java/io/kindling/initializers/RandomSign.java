package io.kindling.initializers;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/** 1 or -1, each with probability one half. */
public record RandomSign() implements Initializer {
    private static final float HALF = 0.5f;

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        for (int i = 0; i < shape.size(); i++) {
            values[offset + i] = key.uniformAt(i) < HALF ? 1f : -1f;
        }
    }
}
