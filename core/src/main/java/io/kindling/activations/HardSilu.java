package io.kindling.activations;

import io.kindling.math.Pieces;

/**
 * {@link Silu} with the hard sigmoid, also called hard swish: f(x) = x · min(max(x / 6 + 1/2, 0), 1).
 *
 * <p>Howard et al., "Searching for MobileNetV3", arXiv:1905.02244.
 */
public record HardSilu() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * gate(x[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        Pieces.hardSiluGradient(x, dy, dx, n);
    }

    /** The hard sigmoid with a comparison less; at minus infinity, where x times zero is no number, it is none. */
    private static float gate(float x) {
        float half = Math.fma(x, 1f / 12, 0.25f);
        return Math.min(half + Math.abs(half), 1f);
    }
}
