package io.kindling.math;

/**
 * Loops that the JIT does not turn into vector instructions, or not well: what {@link Rows} is made of. All implementations give the same bits, so a model does not depend on which one a machine runs.
 */
interface Loops {
    /** Those of this JVM. */
    Loops BEST = VectorApi.best("io.kindling.math.VectorLoops", PlainLoops::new);

    float largest(float[] values, int start, int columns);

    float sum(float[] values, int start, int columns);

    void add(float[] source, int from, float[] target, int to, int columns);

    void exponentials(float[] x, float shift, float[] y, int start, int columns);

    void subtractExponentials(float[] x, float factor, float[] from, float[] y, int start, int columns);

    void softmaxGradient(float[] y, float[] dy, float[] dx, int start, int columns);

    void gate(float[] x, int values, int gates, float[] y, int start, int columns);

    void gateGradient(float[] x, int values, int gates, float[] dy, int start, float[] dx, int columns);
}
