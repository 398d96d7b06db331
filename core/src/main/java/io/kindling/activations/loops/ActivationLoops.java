package io.kindling.activations.loops;

import io.kindling.math.VectorApi;

/**
 * The activations whose loops the JIT does not turn into vector instructions, or not well: those of straight pieces, and
 * some of exponentials. All implementations give the same bits, so a model does not depend on which one a machine runs.
 */
public interface ActivationLoops {
    /** Those of this JVM. */
    ActivationLoops BEST =
            VectorApi.best("io.kindling.activations.loops.VectorActivationLoops", PlainActivationLoops::new);

    /** Writes {@code y = min(max(x, -limit), limit)} for a positive limit; NaN for NaN. */
    void limit(float[] x, float limit, float[] y, int start, int end);

    /** Writes {@code y = min(max(x, 0), most)} for a positive most; NaN for NaN. */
    void rectify(float[] x, float most, float[] y, int start, int end);

    /** Writes {@code y = min(max(x / 6 + 1/2, 0), 1)}; NaN for NaN. */
    void hardSigmoid(float[] x, float[] y, int start, int end);

    /** Writes {@code y = x} where |x| is above a limit, else 0; NaN for NaN. */
    void shrink(float[] x, float limit, float[] y, int start, int end);

    /** Writes {@code y = sign(x) · max(|x| - limit, 0)} for a limit of at least 0; NaN for NaN. No zero has a sign. */
    void softShrink(float[] x, float limit, float[] y, int start, int end);

    /** Writes {@code y = x} where x is above a limit, else another number; NaN for NaN. No zero has a sign. */
    void threshold(float[] x, float limit, float other, float[] y, int start, int end);

    /** Writes dy times the derivative of x · min(max(x / 6 + 1/2, 0), 1): 0 below -3, 1 above 3, between them x / 3 + 1/2. */
    void hardSiluGradient(float[] x, float[] dy, float[] dx, int start, int end);

    /** Writes {@code dx = dy · (1 - e^y)}, the gradient of y = log σ(x), whose derivative is σ(-x) = 1 - σ(x). */
    void logSigmoidGradient(float[] y, float[] dy, float[] dx, int start, int end);

    /** Writes {@code dx = dy · (1 - e^-y)}, the gradient of y = log(1 + e^x), whose derivative is σ(x). */
    void softplusGradient(float[] y, float[] dy, float[] dx, int start, int end);
}
