package io.kindling.linalg;

/**
 * Multiplies sparse rows by a matrix, of which it adds up rows, each times a number; used again and again. Every row that is needed is copied to an array of its own first: the JIT
 * makes vector instructions of a loop only if it has one index for all that it reads and writes.
 *
 * <p>That is as fast as the JDK's Vector API is at it, so it needs no second form.
 */
public final class SparseProduct {
    private float[][] copies = {};
    /** By which product each row was copied last. */
    private long[] copiedBy = {};

    private float[] sums = {};
    private long product;

    private float[] matrix;
    private int offset;

    /**
     * {@code result[r] = initial + Σ left[r, k] · matrix[k]}, with rows r and k of as many columns.
     *
     * @param matrix row-major, with a row for each column on the left
     * @param offset where in its array it starts
     * @param units the columns of the matrix and of the result
     * @param initial what every row of the result starts from
     * @param initialOffset where in its array that starts
     * @param result row-major, with a row for each on the left
     * @param resultOffset where in its array it starts
     */
    public void multiply(
            SparseRows left,
            float[] matrix,
            int offset,
            int units,
            float[] initial,
            int initialOffset,
            float[] result,
            int resultOffset) {
        begin(matrix, offset, left.width(), units);
        for (int row = 0; row < left.rows(); row++) {
            System.arraycopy(initial, initialOffset, sums, 0, units);
            add(left, left.starts[row], left.starts[row + 1]);
            System.arraycopy(sums, 0, result, resultOffset + row * units, units);
        }
    }

    private void begin(float[] matrix, int offset, int rows, int units) {
        if (copies.length != rows || sums.length != units) {
            copies = new float[rows][];
            copiedBy = new long[rows];
            sums = new float[units];
        }
        this.matrix = matrix;
        this.offset = offset;
        product++;
    }

    private void add(SparseRows left, int start, int end) {
        int[] columns = left.columns;
        float[] values = left.values;
        int i = start;
        for (; i < end - 3; i += 4) {
            float[] a = row(columns[i]);
            float[] b = row(columns[i + 1]);
            float[] c = row(columns[i + 2]);
            float[] d = row(columns[i + 3]);
            addFour(sums, a, values[i], b, values[i + 1], c, values[i + 2], d, values[i + 3]);
        }
        for (; i < end; i++) {
            addOne(sums, row(columns[i]), values[i]);
        }
    }

    /** A row of the matrix, copied when a product asks for it for the first time. */
    private float[] row(int row) {
        if (copiedBy[row] != product) {
            copiedBy[row] = product;
            if (copies[row] == null) {
                copies[row] = new float[sums.length];
            }
            System.arraycopy(matrix, offset + row * sums.length, copies[row], 0, sums.length);
        }
        return copies[row];
    }

    /** Four at a time save three of four passes over the sums; of eight the JIT makes no vector instructions. */
    private static void addFour(
            float[] sums, float[] a, float u, float[] b, float v, float[] c, float w, float[] d, float x) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.fma(x, d[i], Math.fma(w, c[i], Math.fma(v, b[i], Math.fma(u, a[i], sums[i]))));
        }
    }

    private static void addOne(float[] sums, float[] row, float factor) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.fma(factor, row[i], sums[i]);
        }
    }
}
