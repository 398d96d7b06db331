package io.kindling.linalg;

/**
 * Sums of rows in loops of which the JIT makes vector instructions. It does so only if there is one index for all that a
 * loop reads and writes, so every row that is needed is copied to an array of its own first.
 */
final class PlainSparseProduct implements SparseProduct {
    /** Floats of a cache line. */
    private static final int LINE = 16;

    /** Floats that would take the room of an array's header. */
    private static final int HEADER = 4;

    private float[][] copies = {};
    /** By which product each row was copied last. */
    private long[] copiedBy = {};

    private float[] sums = {};
    private int units;
    private long product;

    private float[] matrix;
    private int offset;

    @Override
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
        if (copies.length != rows || this.units != units) {
            copies = new float[rows][];
            copiedBy = new long[rows];
            sums = wholeLines(units);
            this.units = units;
        }
        this.matrix = matrix;
        this.offset = offset;
        product++;
    }

    /**
     * An array that takes whole cache lines with its header. Arrays made one after the other then lie alike in theirs,
     * and a loop that starts at the beginning of a vector in one does so in all: a tenth of a product's time.
     */
    private static float[] wholeLines(int floats) {
        return new float[(HEADER + floats + LINE - 1) / LINE * LINE - HEADER];
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
            addFour(units, sums, a, values[i], b, values[i + 1], c, values[i + 2], d, values[i + 3]);
        }
        for (; i < end; i++) {
            addOne(units, sums, row(columns[i]), values[i]);
        }
    }

    /** A row of the matrix, copied when a product asks for it for the first time. */
    private float[] row(int row) {
        if (copiedBy[row] != product) {
            copiedBy[row] = product;
            if (copies[row] == null) {
                copies[row] = wholeLines(units);
            }
            System.arraycopy(matrix, offset + row * units, copies[row], 0, units);
        }
        return copies[row];
    }

    /** Four at a time save three of four passes over the sums; of eight the JIT makes no vector instructions. */
    private static void addFour(
            int units, float[] sums, float[] a, float u, float[] b, float v, float[] c, float w, float[] d, float x) {
        for (int i = 0; i < units; i++) {
            sums[i] = Math.fma(x, d[i], Math.fma(w, c[i], Math.fma(v, b[i], Math.fma(u, a[i], sums[i]))));
        }
    }

    private static void addOne(int units, float[] sums, float[] row, float factor) {
        for (int i = 0; i < units; i++) {
            sums[i] = Math.fma(factor, row[i], sums[i]);
        }
    }
}
