package io.kindling.initializers;

import io.kindling.errors.KindlingException;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.Arrays;

/** The same value everywhere. */
public record Constant(double value) implements Initializer {

    public Constant {
        if (!Double.isFinite(value)) {
            throw new KindlingException("constant needs a finite value. Received: " + value + ".");
        }
    }

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        Arrays.fill(values, offset, offset + shape.size(), (float) value);
    }
}
