package io.kindling.initializers;

import io.kindling.errors.KindlingException;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Uniform between {@code minval} and {@code maxval}.
 *
 * @param minval finite
 * @param maxval at least {@code minval}
 */
public record RandomUniform(double minval, double maxval) implements Initializer {

    public RandomUniform {
        if (!(minval <= maxval && Double.isFinite(minval) && Double.isFinite(maxval))) {
            throw new KindlingException(
                    "random_uniform needs minval <= maxval. Received: " + minval + " and " + maxval + ".");
        }
    }

    /** Keras' defaults: between -0.05 and 0.05. */
    public static RandomUniform of() {
        return new RandomUniform(-0.05, 0.05);
    }

    public static RandomUniform of(double minval, double maxval) {
        return new RandomUniform(minval, maxval);
    }

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        for (int i = 0; i < shape.size(); i++) {
            values[offset + i] = (float) (minval + (maxval - minval) * key.uniformAt(i));
        }
    }
}
