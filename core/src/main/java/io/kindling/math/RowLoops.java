package io.kindling.math;

/**
 * Loops over a row that the JIT does not turn into vector instructions, or not well: what {@link Rows} is made of. All
 * implementations give the same bits, so a model does not depend on which one a machine runs.
 */
interface RowLoops {

    float largest(float[] values, int start, int columns);

    float sum(float[] values, int start, int columns);

    float dot(float[] left, float[] right, int start, int columns);

    void exponentials(float[] x, float shift, float[] y, int start, int columns);

    void subtractExponentials(float[] x, float factor, float[] from, float[] y, int start, int columns);

    void gate(float[] x, int values, int gates, float[] y, int start, int columns);

    void gateGradient(float[] x, int values, int gates, float[] dy, int start, float[] dx, int columns);
}
