package io.kindling.math;

/** The logistic function in single precision: 1 / (1 + e^-x) = (1 + tanh(x / 2)) / 2, within 2e-7. */
public final class Sigmoid {
    private Sigmoid() {}

    /** The logistic function of x; NaN for NaN. */
    public static float sigmoid(float x) {
        return 0.5f + 0.5f * Tanh.tanh(0.5f * x);
    }
}
