package io.kindling.math;

/**
 * Functions of the first numbers of an array, each by itself, where the JIT does not make the best of a plain loop: those
 * of straight pieces, and exponentials.
 */
public final class Elements {
    private static final Loops LOOPS = Loops.BEST;

    private Elements() {}

    /** Writes {@code y = min(max(x, -limit), limit)} for a positive limit; NaN for NaN. */
    public static void limit(float[] x, float limit, float[] y, int n) {
        LOOPS.limit(x, limit, y, 0, n);
    }

    /** Writes {@code y = min(max(x, 0), most)} for a positive most; NaN for NaN. */
    public static void rectify(float[] x, float most, float[] y, int n) {
        LOOPS.rectify(x, most, y, 0, n);
    }

    /** Writes {@code y = min(max(x / 6 + 1/2, 0), 1)}; NaN for NaN. */
    public static void hardSigmoid(float[] x, float[] y, int n) {
        LOOPS.hardSigmoid(x, y, 0, n);
    }

    /** Writes {@code y = x} where |x| is above a limit, else 0; NaN for NaN. */
    public static void shrink(float[] x, float limit, float[] y, int n) {
        LOOPS.shrink(x, limit, y, 0, n);
    }

    /** Writes {@code y = sign(x) · max(|x| - limit, 0)} for a limit of at least 0; NaN for NaN. No zero has a sign. */
    public static void softShrink(float[] x, float limit, float[] y, int n) {
        LOOPS.softShrink(x, limit, y, 0, n);
    }

    /** Writes {@code y = x} where x is above a limit, else another number; NaN for NaN. No zero has a sign. */
    public static void threshold(float[] x, float limit, float other, float[] y, int n) {
        LOOPS.threshold(x, limit, other, y, 0, n);
    }

    /**
     * The hard sigmoid, min(max(x / 6 + 1/2, 0), 1), with a comparison less; at minus infinity it is no number.
     *
     * @param x what is limited
     */
    public static float hardGate(float x) {
        float half = Math.fma(x, 1f / 12, 0.25f);
        return Math.min(half + Math.abs(half), 1f);
    }

    /** Writes dy times the derivative of x · min(max(x / 6 + 1/2, 0), 1): 0 below -3, 1 above 3, between them x / 3 + 1/2. */
    public static void hardSiluGradient(float[] x, float[] dy, float[] dx, int n) {
        LOOPS.hardSiluGradient(x, dy, dx, 0, n);
    }

    /** Writes {@code dx = dy · (1 - e^y)}, the gradient of y = log σ(x), whose derivative is σ(-x) = 1 - σ(x). */
    public static void logSigmoidGradient(float[] y, float[] dy, float[] dx, int n) {
        LOOPS.logSigmoidGradient(y, dy, dx, 0, n);
    }

    /** Writes {@code dx = dy · (1 - e^-y)}, the gradient of y = log(1 + e^x), whose derivative is σ(x). */
    public static void softplusGradient(float[] y, float[] dy, float[] dx, int n) {
        LOOPS.softplusGradient(y, dy, dx, 0, n);
    }
}
