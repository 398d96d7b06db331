package io.kindling.math;

/**
 * log(1 + e^x), for every x without overflow: max(x, 0) + log1p(e^-|x|), relatively within 5e-7 of the exact value down
 * to x = -87, from where on it stays as it is there.
 */
public final class Softplus {

    private Softplus() {}

    /** Writes {@code y[i] = softplus(x[i])} for i below n, in two loops that each fit into vectors. */
    public static void softplus(float[] x, float[] y, int n) {
        exponentials(x, y, n);
        addLogarithms(x, y, n);
    }

    private static void exponentials(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Exp.expBelow88(-Math.abs(x[i]));
        }
    }

    private static void addLogarithms(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.max(x[i], 0f) + Log1p.log1p(y[i]);
        }
    }

    /** The softplus of x; NaN for NaN. */
    public static float softplus(float x) {
        return Math.max(x, 0f) + Log1p.log1p(Exp.expBelow88(-Math.abs(x)));
    }
}
