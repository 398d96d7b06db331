package io.kindling.regularizers;

import io.kindling.errors.KindlingException;

/**
 * The penalty {@code l1 · Σ|w| + l2 · Σw²}.
 *
 * @param l1 at least 0
 * @param l2 at least 0
 */
public record L1L2(double l1, double l2) implements Regularizer {

    public L1L2 {
        if (!(l1 >= 0 && l2 >= 0 && Double.isFinite(l1 + l2))) {
            throw new KindlingException("l1_l2 needs factors of at least 0. Received: l1=" + l1 + ", l2=" + l2 + ".");
        }
    }

    @Override
    public double penalty(float[] values, int offset, int count) {
        double absolute = 0;
        double squared = 0;
        for (int i = offset; i < offset + count; i++) {
            absolute += Math.abs(values[i]);
            squared += (double) values[i] * values[i];
        }
        return l1 * absolute + l2 * squared;
    }

    @Override
    public void addGradient(float[] values, float[] gradient, int offset, int count) {
        float linear = (float) l1;
        float quadratic = (float) (2 * l2);
        for (int i = offset; i < offset + count; i++) {
            gradient[i] += linear * Math.signum(values[i]) + quadratic * values[i];
        }
    }
}
