package io.kindling.activations;

import io.kindling.activations.loops.ActivationLoops;
import io.kindling.math.Indicator;

/**
 * The rectifier that stops at six: f(x) = min(max(x, 0), 6).
 *
 * <p>Krizhevsky, "Convolutional deep belief networks on CIFAR-10", 2010.
 */
public record Relu6() implements Pointwise {

    @Override
    public void forward(float[] x, float[] y, int n) {
        ActivationLoops.BEST.rectify(x, 6f, y, 0, n);
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * Indicator.ofNotNegative(y[i] * (6f - y[i]));
        }
    }
}
