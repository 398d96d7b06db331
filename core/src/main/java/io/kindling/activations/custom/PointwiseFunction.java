package io.kindling.activations.custom;

import java.io.Serializable;

/** A function of single numbers, computed on many at once; serializable, so that it reaches Spark's executors. */
@FunctionalInterface
public interface PointwiseFunction extends Serializable {

    /** Writes {@code y[i] = f(x[i])} for i below n. */
    void apply(float[] x, float[] y, int n);
}
