package io.kindling.regularizers;

/**
 * The penalty {@code factor · Σ|w|}.
 *
 * @param factor at least 0; Keras' default is 0.01
 */
public record L1(double factor) implements Regularizer {

    public L1 {
        if (!(factor >= 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("l1 needs a factor of at least 0. Received: " + factor + ".");
        }
    }

    @Override
    public double penalty(float[] values, int offset, int count) {
        return new L1L2(factor, 0).penalty(values, offset, count);
    }

    @Override
    public void addGradient(float[] values, float[] gradient, int offset, int count) {
        new L1L2(factor, 0).addGradient(values, gradient, offset, count);
    }
}
