package io.kindling.math;

/** log(1 + e^x), for every x without overflow: max(x, 0) + log1p(e^-|x|). */
public final class Softplus {

    private Softplus() {}

    /** The softplus of x; NaN for NaN. */
    public static float softplus(float x) {
        return Math.max(x, 0f) + (float) Math.log1p(Exp.exp(-Math.abs(x)));
    }
}
