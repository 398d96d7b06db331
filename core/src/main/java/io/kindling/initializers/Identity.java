package io.kindling.initializers;

import io.kindling.errors.KindlingException;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * The identity matrix times a gain; ones on the diagonal also of a matrix that is not square.
 *
 * @param gain what stands on the diagonal
 */
public record Identity(double gain) implements Initializer {

    public Identity {
        if (!Double.isFinite(gain)) {
            throw new KindlingException("identity needs a finite gain. Received: " + gain + ".");
        }
    }

    /** Keras' default, a gain of 1. */
    public static Identity of() {
        return new Identity(1);
    }

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        if (shape.rank() != 2) {
            throw new KindlingException("identity needs a weight of two axes. Received: " + shape + ".");
        }
        int columns = shape.last();
        for (int i = 0; i < shape.size(); i++) {
            values[offset + i] = i / columns == i % columns ? (float) gain : 0f;
        }
    }
}
