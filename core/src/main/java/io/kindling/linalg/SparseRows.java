package io.kindling.linalg;

import java.util.Arrays;

/**
 * A matrix of which only the numbers that are not zero are kept, in compressed sparse rows; it is filled again and
 * again, and grows as it must.
 *
 * <p>A {@link SparseProduct} with it takes as many multiplications as it keeps numbers, each of a row of the other
 * matrix.
 */
public final class SparseRows {
    /** One in so many of the numbers that may be kept may come too early. */
    private static final int SLACK = 16;

    /** Where each row starts in the next two arrays, and where the last ends. */
    final int[] starts;

    /** The columns of the numbers, ascending within a row. */
    int[] columns = {};

    float[] values = {};

    private final int width;
    private int rows;

    /**
     * A matrix without rows.
     *
     * @param mostRows that it will have
     * @param width the number of columns
     */
    public SparseRows(int mostRows, int width) {
        this.width = width;
        this.starts = new int[mostRows + 1];
    }

    /** The rows it has now. */
    public int rows() {
        return rows;
    }

    int width() {
        return width;
    }

    /** Takes all rows out. */
    public void clear() {
        rows = 0;
    }

    /**
     * Adds a row.
     *
     * @param rowColumns ascending from an index on
     * @param rowValues the numbers there
     * @param from where both begin
     * @param count how many there are
     * @param firstColumn the column that is this matrix' first
     */
    public void append(int[] rowColumns, float[] rowValues, int from, int count, int firstColumn) {
        int start = starts[rows];
        makeRoom(start + count);
        System.arraycopy(rowColumns, from, columns, start, count);
        for (int i = start; firstColumn > 0 && i < start + count; i++) {
            columns[i] -= firstColumn;
        }
        System.arraycopy(rowValues, from, values, start, count);
        rows++;
        starts[rows] = start + count;
    }

    /**
     * Takes the rows of a row-major matrix instead of those it has, if few of the numbers are not zero.
     *
     * @param sparsity at most one in so many
     * @return whether they are few; if not, what this holds is undefined
     */
    public boolean take(float[] matrix, int count, int sparsity) {
        clear();
        int kept = 0;
        while (rows < count) {
            // In any case numbers are written before it shows that they are zero.
            makeRoom(kept + width);
            kept = takeRow(matrix, rows * width, kept);
            rows++;
            starts[rows] = kept;
            if (isTooFull(rows, count, sparsity)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@link #take} would have taken what it holds. */
    public boolean isSparse(int sparsity) {
        for (int row = 1; row <= rows; row++) {
            if (isTooFull(row, rows, sparsity)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTooFull(int seen, int count, int sparsity) {
        long most = (long) count * width / sparsity;
        return starts[seen] > Math.min((long) seen * width / sparsity + most / SLACK, most);
    }

    /** Looks at four numbers at a time, as zeros cluster; none of them costs a branch that is hard to predict. */
    private int takeRow(float[] matrix, int start, int kept) {
        int next = kept;
        int i = 0;
        for (; i < width - 3; i += 4) {
            float a = matrix[start + i];
            float b = matrix[start + i + 1];
            float c = matrix[start + i + 2];
            float d = matrix[start + i + 3];
            if (Math.abs(a) + Math.abs(b) + (Math.abs(c) + Math.abs(d)) != 0) {
                next = take(a, i, next);
                next = take(b, i + 1, next);
                next = take(c, i + 2, next);
                next = take(d, i + 3, next);
            }
        }
        for (; i < width; i++) {
            next = take(matrix[start + i], i, next);
        }
        return next;
    }

    /** Writes a number in any case, and keeps it unless it is zero. */
    private int take(float value, int column, int at) {
        values[at] = value;
        columns[at] = column;
        return value != 0 ? at + 1 : at;
    }

    private void makeRoom(int needed) {
        if (values.length < needed) {
            int room = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - Long.BYTES, 2L * values.length));
            values = Arrays.copyOf(values, room);
            columns = Arrays.copyOf(columns, room);
        }
    }

    /** Writes the same rows into another one, each number times the factor of its column. */
    public void scaleTo(SparseRows target, float[] factors) {
        int kept = starts[rows];
        target.makeRoom(kept);
        System.arraycopy(starts, 0, target.starts, 0, rows + 1);
        System.arraycopy(columns, 0, target.columns, 0, kept);
        for (int i = 0; i < kept; i++) {
            target.values[i] = values[i] * factors[columns[i]];
        }
        target.rows = rows;
    }

    /** Writes all numbers, zeros included, row-major. */
    public void writeTo(float[] matrix) {
        Arrays.fill(matrix, 0, rows * width, 0f);
        for (int row = 0; row < rows; row++) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                matrix[row * width + columns[i]] = values[i];
            }
        }
    }

    /** Writes the transpose of this into another one, of as many rows as this has columns. */
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
        target.makeRoom(kept);
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
}
