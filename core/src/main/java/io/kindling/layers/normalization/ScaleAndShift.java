package io.kindling.layers.normalization;

import io.kindling.layers.WeightSlice;
import io.kindling.layers.core.SeveralRows;
import io.kindling.math.Rows;
import java.util.Arrays;
import java.util.Optional;

/** {@code y = scale · x + shift} for each column, or without one of them where the layer has none. */
final class ScaleAndShift {
    private final Optional<WeightSlice> scale;
    private final Optional<WeightSlice> shift;
    private final int columns;
    /** Copies of the shift, or sums of its gradient. */
    private final float[] several;

    ScaleAndShift(Optional<WeightSlice> scale, Optional<WeightSlice> shift, int columns) {
        this.scale = scale;
        this.shift = shift;
        this.columns = columns;
        this.several = shift.isPresent() ? SeveralRows.ofColumns(columns) : new float[0];
    }

    void forward(float[] x, float[] y, int rows) {
        System.arraycopy(x, 0, y, 0, rows * columns);
        scale.ifPresent(factors -> multiply(y, factors, rows));
        shift.ifPresent(summands -> add(summands, y, rows));
    }

    /** Writes the gradients of scale and shift, and turns that of y into that of x. */
    void backward(float[] x, float[] dy, int rows) {
        shift.ifPresent(summands -> writeGradient(summands, dy, rows));
        scale.ifPresent(factors -> {
            writeGradient(factors, x, dy, rows);
            multiply(dy, factors, rows);
        });
    }

    private void multiply(float[] values, WeightSlice factors, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns; i++) {
                values[row * columns + i] *= factors.values()[factors.offset() + i];
            }
        }
    }

    private void add(WeightSlice summands, float[] values, int rows) {
        SeveralRows.fill(several, summands.values(), summands.offset(), columns);
        int size = rows * columns;
        for (int from = 0; from < size; from += several.length) {
            Rows.add(several, 0, values, from, Math.min(several.length, size - from));
        }
    }

    private void writeGradient(WeightSlice factors, float[] x, float[] dy, int rows) {
        float[] gradient = factors.gradient();
        Arrays.fill(gradient, factors.offset(), factors.offset() + columns, 0f);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns; i++) {
                gradient[factors.offset() + i] += dy[row * columns + i] * x[row * columns + i];
            }
        }
    }

    private void writeGradient(WeightSlice summands, float[] dy, int rows) {
        Arrays.fill(several, 0f);
        int size = rows * columns;
        for (int from = 0; from < size; from += several.length) {
            Rows.add(dy, from, several, 0, Math.min(several.length, size - from));
        }
        System.arraycopy(several, 0, summands.gradient(), summands.offset(), columns);
        for (int from = columns; from < several.length; from += columns) {
            Rows.add(several, from, summands.gradient(), summands.offset(), columns);
        }
    }
}
