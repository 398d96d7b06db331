package io.kindling.layers;

import io.kindling.math.Rows;
import java.util.Arrays;

/** A number per column that is added to every row of an array; without weights, nothing is done. */
final class ColumnShift {
    /** Rows of fewer columns are taken several at once, as short loops spend their time in starting. */
    private static final int COLUMNS_AT_ONCE = 512;

    /** Null for none. */
    private final WeightSlice slice;

    private final int columns;
    /** As many rows as are taken at once: copies of the numbers, or sums of their gradient. */
    private final float[] several;

    /**
     * Binds the numbers.
     *
     * @param slice its place, or null for none
     */
    ColumnShift(WeightSlice slice, int columns) {
        this.slice = slice;
        this.columns = columns;
        this.several = new float[slice == null ? 0 : columns * Math.max(1, COLUMNS_AT_ONCE / columns)];
    }

    /** {@code values[row, i] += number[i]}. */
    void add(float[] values, int rows) {
        if (slice == null) {
            return;
        }
        for (int to = 0; to < several.length; to += columns) {
            System.arraycopy(slice.values(), slice.offset(), several, to, columns);
        }
        int size = rows * columns;
        for (int from = 0; from < size; from += several.length) {
            Rows.add(several, 0, values, from, Math.min(several.length, size - from));
        }
    }

    /** Writes the gradient of the numbers, the sum over the rows of that of the values. */
    void gradient(float[] gradient, int rows) {
        if (slice == null) {
            return;
        }
        Arrays.fill(several, 0f);
        int size = rows * columns;
        for (int from = 0; from < size; from += several.length) {
            Rows.add(gradient, from, several, 0, Math.min(several.length, size - from));
        }
        System.arraycopy(several, 0, slice.gradient(), slice.offset(), columns);
        for (int from = columns; from < several.length; from += columns) {
            Rows.add(several, from, slice.gradient(), slice.offset(), columns);
        }
    }
}
