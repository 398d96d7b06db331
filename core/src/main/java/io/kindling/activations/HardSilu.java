package io.kindling.activations;

/**
 * {@link Silu} with the hard sigmoid, also called hard swish: f(x) = x · min(max(x / 6 + 1/2, 0), 1).
 *
 * <p>Howard et al., "Searching for MobileNetV3", arXiv:1905.02244.
 */
public record HardSilu() implements Pointwise {

    /** At minus infinity, where x times zero is no number, it is none. */
    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * gate(x[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        ActivationLoops.BEST.hardSiluGradient(x, dy, dx, 0, n);
    }

    /**
     * The hard sigmoid, min(max(x / 6 + 1/2, 0), 1), with a comparison less; at minus infinity it is no number.
     *
     * @param x what is limited
     */
    static float gate(float x) {
        float half = Math.fma(x, 1f / 12, 0.25f);
        return Math.min(half + Math.abs(half), 1f);
    }
}
