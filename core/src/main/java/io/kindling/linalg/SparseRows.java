package io.kindling.linalg;

import java.util.Arrays;

/**
 * A matrix of which only the numbers that are not zero are kept, in compressed sparse rows; it is filled again and
 * again.
 *
 * <p>A product with it takes as many multiplications as it keeps numbers, each of a row of the other matrix.
 */
public final class SparseRows {
    /** One in so many of the numbers that may be kept may come too early. */
    private static final int SLACK = 16;

    /** Where each row starts in the next two arrays, and where the last ends. */
    final int[] starts;

    /** The columns of the numbers, ascending within a row. */
    final int[] columns;

    final float[] values;

    private final SparseProduct product = new SparseProduct();
    private final int width;
    private final int sparsity;
    private int rows;

    /**
     * Makes room.
     *
     * @param mostRows that it will be filled with
     * @param width the number of columns
     * @param sparsity at most one in so many numbers is kept
     */
    public SparseRows(int mostRows, int width, int sparsity) {
        // Of a row, numbers are written before it shows that they are too many.
        this(mostRows, width, sparsity, Math.addExact(Math.multiplyExact(mostRows, width) / sparsity, width));
    }

    private SparseRows(int mostRows, int width, int sparsity, int room) {
        this.width = width;
        this.sparsity = sparsity;
        this.starts = new int[mostRows + 1];
        this.columns = new int[room];
        this.values = new float[room];
    }

    /** Room for the transpose of what this can hold. */
    public SparseRows roomForTranspose() {
        return new SparseRows(width, starts.length - 1, sparsity, values.length);
    }

    /**
     * Keeps the numbers of a row-major matrix that are not zero, if they are few.
     *
     * @return whether they are; if not, what this holds is undefined
     */
    public boolean keep(float[] matrix, int rows) {
        int most = rows * width / sparsity;
        int slack = most / SLACK;
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            kept = keepRow(matrix, row * width, kept);
            starts[row + 1] = kept;
            if (kept > Math.min((row + 1) * width / sparsity + slack, most)) {
                return false;
            }
        }
        this.rows = rows;
        return true;
    }

    /** Looks at four numbers at a time, as zeros come in company; none of them costs a branch that is hard to predict. */
    private int keepRow(float[] matrix, int start, int kept) {
        int next = kept;
        int i = 0;
        for (; i < width - 3; i += 4) {
            float a = matrix[start + i];
            float b = matrix[start + i + 1];
            float c = matrix[start + i + 2];
            float d = matrix[start + i + 3];
            if (Math.abs(a) + Math.abs(b) + (Math.abs(c) + Math.abs(d)) != 0) {
                next = keep(a, i, next);
                next = keep(b, i + 1, next);
                next = keep(c, i + 2, next);
                next = keep(d, i + 3, next);
            }
        }
        for (; i < width; i++) {
            next = keep(matrix[start + i], i, next);
        }
        return next;
    }

    /** Writes a number in any case, and keeps it unless it is zero. */
    private int keep(float value, int column, int at) {
        values[at] = value;
        columns[at] = column;
        return value != 0 ? at + 1 : at;
    }

    /** Writes the transpose of this into one that has room for it. */
    public void transposeTo(SparseRows target) {
        int[] next = target.starts;
        Arrays.fill(next, 0);
        int kept = starts[rows];
        for (int i = 0; i < kept; i++) {
            next[columns[i] + 1]++;
        }
        for (int column = 0; column < width; column++) {
            next[column + 1] += next[column];
        }
        for (int row = 0; row < rows; row++) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                int at = next[columns[i]]++;
                target.columns[at] = row;
                target.values[at] = values[i];
            }
        }
        // Each has become the start of the next.
        System.arraycopy(next, 0, next, 1, width);
        next[0] = 0;
        target.rows = width;
    }

    /**
     * {@code result[r] = initial + Σ this[r, k] · matrix[k]}, with rows r and k of as many columns.
     *
     * @param matrix row-major, with a row for each column of this
     * @param offset where in its array it starts
     * @param units the columns of the matrix and of the result
     * @param initial what every row of the result starts from
     * @param initialOffset where in its array that starts
     * @param result row-major, with a row for each of this
     * @param resultOffset where in its array it starts
     */
    public void multiply(
            float[] matrix,
            int offset,
            int units,
            float[] initial,
            int initialOffset,
            float[] result,
            int resultOffset) {
        product.write(this, matrix, offset, units, initial, initialOffset, result, resultOffset);
    }

    int width() {
        return width;
    }

    /** The rows it holds now. */
    int rows() {
        return rows;
    }
}
