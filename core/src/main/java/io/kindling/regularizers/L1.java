package io.kindling.regularizers;

import io.kindling.errors.KindlingException;

/**
 * The penalty {@code l1 · Σ|w|}.
 *
 * @param l1 at least 0; Keras' default is 0.01
 */
public record L1(double l1) implements Regularizer {

    public L1 {
        if (!(l1 >= 0 && Double.isFinite(l1))) {
            throw new KindlingException("l1 needs a factor of at least 0. Received: " + l1 + ".");
        }
    }

    @Override
    public double penalty(float[] values, int offset, int count) {
        return new L1L2(l1, 0).penalty(values, offset, count);
    }

    @Override
    public void addGradient(float[] values, float[] gradient, int offset, int count) {
        new L1L2(l1, 0).addGradient(values, gradient, offset, count);
    }
}
