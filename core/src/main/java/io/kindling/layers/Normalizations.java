package io.kindling.layers;

import io.kindling.tensor.Shape;
import java.util.Arrays;

/** What the normalizations share: their checks, and the scale and shift of each column that follow. */
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

    /** {@code y = gamma · x + beta} for each column; either may be null. */
    static void scaleAndShift(float[] x, WeightSlice gamma, WeightSlice beta, float[] y, int rows, int columns) {
        System.arraycopy(x, 0, y, 0, rows * columns);
        scale(y, gamma, rows, columns);
        Bias.add(beta, y, rows, columns);
    }

    /** {@code x *= gamma} for each column; gamma may be null. */
    static void scale(float[] x, WeightSlice gamma, int rows, int columns) {
        if (gamma == null) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns; i++) {
                x[row * columns + i] *= gamma.values()[gamma.offset() + i];
            }
        }
    }

    /** Writes the gradients of gamma and beta; either may be null. */
    static void gradients(float[] x, float[] dy, WeightSlice gamma, WeightSlice beta, int rows, int columns) {
        if (gamma != null) {
            Arrays.fill(gamma.gradient(), gamma.offset(), gamma.offset() + columns, 0f);
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < columns; i++) {
                    gamma.gradient()[gamma.offset() + i] += dy[row * columns + i] * x[row * columns + i];
                }
            }
        }
        Bias.gradient(beta, dy, rows, columns);
    }
}
