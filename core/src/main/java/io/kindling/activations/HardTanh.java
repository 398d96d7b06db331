package io.kindling.activations;

import io.kindling.activations.loops.ActivationLoops;

/** A hyperbolic tangent of three lines: f(x) = min(max(x, -1), 1). */
public record HardTanh() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        ActivationLoops.BEST.limit(x, 1f, y, 0, n);
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            // 1 inside, where 1 - |y| is at least 2^-24, and 0 at the limits.
            dx[i] = dy[i] * Math.min((1f - Math.abs(y[i])) * 0x1p24f, 1f);
        }
    }
}
