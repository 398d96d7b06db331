package io.kindling.layers.normalization;

import io.kindling.layers.WeightSlice;
import io.kindling.tensor.Shape;
import java.util.Arrays;

/** What the normalizations share: their checks, and the scale of each column that follows. */
final class Normalizations {

    private Normalizations() {}

    static void requireEpsilon(String layer, double epsilon) {
        if (!(epsilon > 0 && Double.isFinite(epsilon))) {
            throw new IllegalArgumentException(layer + " needs a positive epsilon. Received: " + epsilon + ".");
        }
    }

    static Shape requireFeatures(Shape input) {
        if (input.rank() == 0) {
            throw new IllegalArgumentException("It needs an input with at least one axis. Received: " + input + ".");
        }
        return input;
    }

    /** {@code y = gamma · x} for each column; gamma may be null. */
    static void scaled(float[] x, WeightSlice gamma, float[] y, int rows, int columns) {
        System.arraycopy(x, 0, y, 0, rows * columns);
        scale(y, gamma, rows, columns);
    }

    private static void scale(float[] x, WeightSlice gamma, int rows, int columns) {
        if (gamma == null) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns; i++) {
                x[row * columns + i] *= gamma.values()[gamma.offset() + i];
            }
        }
    }

    /** Writes the gradient of gamma, which may be null, and turns that of the outputs into that of x. */
    static void scaleGradients(float[] x, float[] dy, WeightSlice gamma, int rows, int columns) {
        if (gamma == null) {
            return;
        }
        Arrays.fill(gamma.gradient(), gamma.offset(), gamma.offset() + columns, 0f);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns; i++) {
                gamma.gradient()[gamma.offset() + i] += dy[row * columns + i] * x[row * columns + i];
            }
        }
        scale(dy, gamma, rows, columns);
    }
}
