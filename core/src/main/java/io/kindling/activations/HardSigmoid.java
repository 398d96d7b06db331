package io.kindling.activations;

import io.kindling.activations.loops.ActivationLoops;

/**
 * A sigmoid of three lines: f(x) = min(max(x / 6 + 1/2, 0), 1).
 *
 * <p>Courbariaux, Bengio and David, "BinaryConnect", NeurIPS 2015; with Keras 3's slope of 1/6.
 */
public record HardSigmoid() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        ActivationLoops.BEST.hardSigmoid(x, y, 0, n);
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * slope(y[i]);
        }
    }

    /** The derivative where the function is y: 1/6 between 0 and 1, else 0. */
    private static float slope(float y) {
        return Math.min(y * (1f - y) * 0x1p60f, 1f / 6);
    }
}
