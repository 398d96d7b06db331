package io.kindling.math;

/**
 * What functions of whole rows are made of: the largest number, sums, exponentials. A row is a piece of a row-major
 * array.
 *
 * <p>Sums are made of eight that run side by side, always in the same order, which is faster than one, exacter, and the
 * same on every machine.
 */
public final class Rows {
    private static final Loops LOOPS = Loops.BEST;

    private Rows() {}

    /** The largest number of a row, -∞ if it is empty; numbers that are none are passed over. */
    public static float largest(float[] values, int start, int columns) {
        return LOOPS.largest(values, start, columns);
    }

    /** The sum of a row. */
    public static float sum(float[] values, int start, int columns) {
        return LOOPS.sum(values, start, columns);
    }

    /** Writes {@code y[i] = e^(x[i] - shift)} for a row of numbers that are at most the shift. */
    public static void exponentials(float[] x, float shift, float[] y, int start, int columns) {
        LOOPS.exponentials(x, shift, y, start, columns);
    }

    /** Writes {@code y[i] = from[i] - factor · e^x[i]} for a row of numbers that are at most 88. */
    public static void subtractExponentials(float[] x, float factor, float[] from, float[] y, int start, int columns) {
        LOOPS.subtractExponentials(x, factor, from, y, start, columns);
    }

    /** Writes {@code dx[i] = y[i] · (dy[i] - Σ dy · y)}: the gradient of a row that the softmax made y. */
    public static void softmaxGradient(float[] y, float[] dy, float[] dx, int start, int columns) {
        LOOPS.softmaxGradient(y, dy, dx, start, columns);
    }

    /**
     * Writes {@code y[start + i] = x[values + i] · σ(x[gates + i])}, with the logistic function σ, for i below columns.
     *
     * @param values where in x the values begin
     * @param gates where in x their gates begin
     */
    public static void gate(float[] x, int values, int gates, float[] y, int start, int columns) {
        LOOPS.gate(x, values, gates, y, start, columns);
    }

    /** The gradient of {@link #gate} at the same places of dx, given that of y in dy; they are different arrays. */
    public static void gateGradient(float[] x, int values, int gates, float[] dy, int start, float[] dx, int columns) {
        LOOPS.gateGradient(x, values, gates, dy, start, dx, columns);
    }

    /** Writes {@code y[i] = x[i] - shift} for a row. */
    public static void subtract(float[] x, float shift, float[] y, int start, int columns) {
        int end = start + columns;
        for (int i = start; i < end; i++) {
            y[i] = x[i] - shift;
        }
    }

    /** {@code target[to + i] += source[from + i]} for i below columns, of two arrays. */
    public static void add(float[] source, int from, float[] target, int to, int columns) {
        LOOPS.add(source, from, target, to, columns);
    }

    /** {@code values[i] *= factor} for a row. */
    public static void scale(float[] values, float factor, int start, int columns) {
        int end = start + columns;
        for (int i = start; i < end; i++) {
            values[i] *= factor;
        }
    }
}
