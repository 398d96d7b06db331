package io.kindling.math;

/**
 * What functions of whole rows are made of: the largest number, sums, exponentials. A row is a piece of a row-major
 * array.
 *
 * <p>The JIT keeps the order of a sum and so adds one number after the other. Here eight sums run side by side, always in
 * the same order, which is faster, exacter, and the same on every machine.
 */
public final class Rows {

    private Rows() {}

    /** The largest number of a row, -∞ if it is empty; numbers that are none are passed over. */
    public static float largest(float[] values, int start, int columns) {
        float a = Float.NEGATIVE_INFINITY;
        float b = a;
        int end = start + columns;
        int i = start;
        for (; i < end - 1; i += 2) {
            // A branch that is seldom taken costs less than Math.max.
            if (values[i] > a) {
                a = values[i];
            }
            if (values[i + 1] > b) {
                b = values[i + 1];
            }
        }
        return Math.max(i < end && values[i] > a ? values[i] : a, b);
    }

    /** The sum of a row. */
    public static float sum(float[] values, int start, int columns) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int end = start + columns;
        int i = start;
        for (; i < end - 7; i += 8) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
            e += values[i + 4];
            f += values[i + 5];
            g += values[i + 6];
            h += values[i + 7];
        }
        for (; i < end; i++) {
            a += values[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    /** The sum of the products of two rows at the same place. */
    public static float dot(float[] left, float[] right, int start, int columns) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int end = start + columns;
        int i = start;
        for (; i < end - 7; i += 8) {
            a = Math.fma(left[i], right[i], a);
            b = Math.fma(left[i + 1], right[i + 1], b);
            c = Math.fma(left[i + 2], right[i + 2], c);
            d = Math.fma(left[i + 3], right[i + 3], d);
            e = Math.fma(left[i + 4], right[i + 4], e);
            f = Math.fma(left[i + 5], right[i + 5], f);
            g = Math.fma(left[i + 6], right[i + 6], g);
            h = Math.fma(left[i + 7], right[i + 7], h);
        }
        for (; i < end; i++) {
            a = Math.fma(left[i], right[i], a);
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    /** Writes {@code y[i] = e^(x[i] - shift)} for a row of numbers that are at most the shift. */
    public static void exponentials(float[] x, float shift, float[] y, int start, int columns) {
        int end = start + columns;
        for (int i = start; i < end; i++) {
            y[i] = Exp.expBelow88(x[i] - shift);
        }
    }

    /** {@code values[i] *= factor} for a row. */
    public static void scale(float[] values, float factor, int start, int columns) {
        int end = start + columns;
        for (int i = start; i < end; i++) {
            values[i] *= factor;
        }
    }
}
