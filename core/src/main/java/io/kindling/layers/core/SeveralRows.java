package io.kindling.layers.core;

/** Copies of a short row, one after the other, to be taken at once: short loops spend their time in starting. */
public final class SeveralRows {
    /** Rows of fewer columns are taken several at once. */
    private static final int COLUMNS = 512;

    private SeveralRows() {}

    /** Room for as many rows as are taken at once. */
    public static float[] ofColumns(int columns) {
        return new float[columns * Math.max(1, COLUMNS / columns)];
    }

    /** Makes each of them a copy of one row. */
    public static void fill(float[] rows, float[] row, int from, int columns) {
        for (int to = 0; to < rows.length; to += columns) {
            System.arraycopy(row, from, rows, to, columns);
        }
    }
}
