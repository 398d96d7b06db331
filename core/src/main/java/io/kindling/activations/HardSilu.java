package io.kindling.activations;

import io.kindling.activations.loops.ActivationLoops;
import io.kindling.activations.loops.HardGate;

/**
 * {@link Silu} with the hard sigmoid, also called hard swish: f(x) = x · min(max(x / 6 + 1/2, 0), 1).
 *
 * <p>Howard et al., "Searching for MobileNetV3", arXiv:1905.02244.
 */
public record HardSilu() implements Pointwise {

    /** NaN at minus infinity, as x times zero is there. */
    @Override
    public void forward(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * HardGate.of(x[i]);
        }
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        ActivationLoops.BEST.hardSiluGradient(x, dy, dx, 0, n);
    }
}
