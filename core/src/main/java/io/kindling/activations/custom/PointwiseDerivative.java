package io.kindling.activations.custom;

import java.io.Serializable;

/** The derivative of a {@link PointwiseFunction}, times what comes from the layers after it. */
@FunctionalInterface
public interface PointwiseDerivative extends Serializable {

    /**
     * Writes {@code dx[i] = dy[i] · f'(x[i])} for i below n.
     *
     * @param x what the function was given
     * @param y what it gave
     * @param dx may be the same array as {@code dy}
     */
    void apply(float[] x, float[] y, float[] dy, float[] dx, int n);
}
