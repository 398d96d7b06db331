package io.kindling.regularizers;

import io.kindling.errors.KindlingException;

/**
 * The penalty {@code l2 · Σw²}.
 *
 * @param l2 at least 0; Keras' default is 0.01
 */
public record L2(double l2) implements Regularizer {

    public L2 {
        if (!(l2 >= 0 && Double.isFinite(l2))) {
            throw new KindlingException("l2 needs a factor of at least 0. Received: " + l2 + ".");
        }
    }

    @Override
    public double penalty(float[] values, int offset, int count) {
        return new L1L2(0, l2).penalty(values, offset, count);
    }

    @Override
    public void addGradient(float[] values, float[] gradient, int offset, int count) {
        new L1L2(0, l2).addGradient(values, gradient, offset, count);
    }
}
