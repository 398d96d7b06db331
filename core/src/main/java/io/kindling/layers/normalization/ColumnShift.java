package io.kindling.layers.normalization;

import io.kindling.layers.WeightSlice;
import io.kindling.layers.core.SeveralRows;
import io.kindling.math.Rows;
import java.util.Arrays;

/** A number per column that is added to every row of an array; without weights, nothing is done. */
final class ColumnShift {
    /** Null for none. */
    private final WeightSlice slice;

    private final int columns;
    /** Copies of the numbers, or sums of their gradient; null for none. */
    private final float[] several;

    /**
     * Binds the numbers.
     *
     * @param slice its place, or null for none
     */
    ColumnShift(WeightSlice slice, int columns) {
        this.slice = slice;
        this.columns = columns;
        this.several = slice == null ? null : SeveralRows.ofColumns(columns);
    }

    /** {@code values[row, i] += number[i]}. */
    void add(float[] values, int rows) {
        if (slice == null) {
            return;
        }
        SeveralRows.fill(several, slice.values(), slice.offset(), columns);
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
