package io.kindling.math;

/** Loops that every JVM runs, as fast as its JIT makes them. */
final class PlainLoops implements Loops {
    @Override
    public float largest(float[] values, int start, int columns) {
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

    @Override
    public float sum(float[] values, int start, int columns) {
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
        for (; i < end - 15; i += 16) {
            a += values[i] + values[i + 8];
            b += values[i + 1] + values[i + 9];
            c += values[i + 2] + values[i + 10];
            d += values[i + 3] + values[i + 11];
            e += values[i + 4] + values[i + 12];
            f += values[i + 5] + values[i + 13];
            g += values[i + 6] + values[i + 14];
            h += values[i + 7] + values[i + 15];
        }
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

    private static float dot(float[] left, float[] right, int start, int columns) {
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
        for (; i < end - 15; i += 16) {
            a += Math.fma(left[i + 8], right[i + 8], left[i] * right[i]);
            b += Math.fma(left[i + 9], right[i + 9], left[i + 1] * right[i + 1]);
            c += Math.fma(left[i + 10], right[i + 10], left[i + 2] * right[i + 2]);
            d += Math.fma(left[i + 11], right[i + 11], left[i + 3] * right[i + 3]);
            e += Math.fma(left[i + 12], right[i + 12], left[i + 4] * right[i + 4]);
            f += Math.fma(left[i + 13], right[i + 13], left[i + 5] * right[i + 5]);
            g += Math.fma(left[i + 14], right[i + 14], left[i + 6] * right[i + 6]);
            h += Math.fma(left[i + 15], right[i + 15], left[i + 7] * right[i + 7]);
        }
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

    @Override
    public void add(float[] source, int from, float[] target, int to, int columns) {
        for (int i = 0; i < columns; i++) {
            target[to + i] += source[from + i];
        }
    }

    @Override
    public void exponentials(float[] x, float shift, float[] y, int start, int columns) {
        int end = start + columns;
        for (int i = start; i < end; i++) {
            y[i] = Exp.expBelow88(x[i] - shift);
        }
    }

    @Override
    public void subtractExponentials(float[] x, float factor, float[] from, float[] y, int start, int columns) {
        int end = start + columns;
        for (int i = start; i < end; i++) {
            y[i] = from[i] - Exp.expBelow88(x[i]) * factor;
        }
    }

    @Override
    public void softmaxGradient(float[] y, float[] dy, float[] dx, int start, int columns) {
        float dot = dot(dy, y, start, columns);
        int end = start + columns;
        for (int i = start; i < end; i++) {
            dx[i] = y[i] * (dy[i] - dot);
        }
    }

    /** The gates are copied to where the results go, as the JIT wants one index for what a loop reads and writes. */
    @Override
    public void gate(float[] x, int values, int gates, float[] y, int start, int columns) {
        System.arraycopy(x, gates, y, start, columns);
        sigmoid(y, start, start + columns);
        multiply(y, start, x, values, columns);
    }

    @Override
    public void gateGradient(float[] x, int values, int gates, float[] dy, int start, float[] dx, int columns) {
        System.arraycopy(x, gates, dx, values, columns);
        sigmoid(dx, values, values + columns);
        byGates(dx, values, gates, x, dy, start, columns);
        multiply(dx, values, dy, start, columns);
    }

    private static void sigmoid(float[] values, int start, int end) {
        for (int i = start; i < end; i++) {
            values[i] = Sigmoid.sigmoid(values[i]);
        }
    }

    /** {@code target[to + i] *= factors[from + i]} for i below count. */
    private static void multiply(float[] target, int to, float[] factors, int from, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] *= factors[from + i];
        }
    }

    /** The derivative by the gates: dy · x · σ · (1 - σ), where dx has σ in the place of the values. */
    private static void byGates(float[] dx, int values, int gates, float[] x, float[] dy, int start, int count) {
        for (int i = 0; i < count; i++) {
            float sigmoid = dx[values + i];
            dx[gates + i] = (1f - sigmoid) * (sigmoid * x[values + i]) * dy[start + i];
        }
    }
}
