package io.kindling.math;

/** The logistic function in single precision: 1 / (1 + e^-x) = (1 + tanh(x / 2)) / 2, within 2e-7. */
public final class Sigmoid {
    /** 1 - e^-u = u + u² · (R0 + R1 u + …) for u in [0, log 2], relatively within 2e-8. */
    static final float R0 = -4.99999344e-1f;

    static final float R1 = 1.66653439e-1f;
    static final float R2 = -4.15793955e-2f;
    static final float R3 = 8.07784963e-3f;
    static final float R4 = -1.03867252e-3f;

    private Sigmoid() {}

    /** The logistic function of x; NaN for NaN. */
    public static float sigmoid(float x) {
        return 0.5f + 0.5f * Tanh.tanh(0.5f * x);
    }

    /**
     * The logistic function of -x, given its logarithm at x.
     *
     * <p>Both together need neither a quotient nor powers of two: u = min(x, 0) - log σ(x) = log(1 + e^-|x|) is from 0 to
     * log 2, and e^-u is the larger of σ(x) and σ(-x).
     *
     * @param logarithm log σ(x)
     */
    static float ofNegative(float x, float logarithm) {
        // Limited, because the difference of infinities is no number.
        float below = Math.max(Math.min(x, 0f), -Float.MAX_VALUE);
        float u = below - Math.max(logarithm, -Float.MAX_VALUE);
        float p = Math.fma(R4, u, R3);
        p = Math.fma(p, u, R2);
        p = Math.fma(p, u, R1);
        p = Math.fma(p, u, R0);
        float smaller = Math.fma(p, u * u, u);
        float negative = Indicator.ofNotNegative(-below);
        return negative * (1f - smaller) + (1f - negative) * smaller;
    }
}
