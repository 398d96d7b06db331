package io.kindling.math;

/**
 * log(1 + e^x), for every x without overflow: max(x, 0) + log1p(e^-|x|), relatively within 5e-7 of the exact value down
 * to x = -87, from where on it stays as it is there.
 */
public final class Softplus {

    private Softplus() {}

    /** The softplus of x; NaN for NaN. */
    public static float softplus(float x) {
        return Math.max(x, 0f) + Log1p.log1p(Exp.exp(-Math.abs(x)));
    }
}
