package io.kindling.constraints;

import io.kindling.errors.KindlingException;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A weight seen as {@code outer × along × inner} values, with a norm for each of the {@code outer · inner} lines.
 *
 * @param outer the product of the axes before those a norm is taken along
 * @param along the product of these
 * @param inner the product of those after
 */
record NormAxes(int outer, int along, int inner) {
    /** Keras' {@code backend.epsilon()}: keeps a norm of zero from the divisor. */
    private static final double EPSILON = 1e-7;

    static List<Integer> require(String constraint, List<Integer> axis) {
        if (axis == null || axis.isEmpty()) {
            throw new KindlingException(constraint + " needs at least one axis. Received: " + axis + ".");
        }
        return List.copyOf(axis);
    }

    static NormAxes of(String constraint, List<Integer> axis, Shape shape) {
        int rank = shape.rank();
        int[] axes = axis.stream()
                .mapToInt(number -> number < 0 ? number + rank : number)
                .sorted()
                .toArray();
        boolean exist = axes[0] >= 0 && axes[axes.length - 1] < rank;
        if (!exist || axes[axes.length - 1] - axes[0] != axes.length - 1) {
            throw new KindlingException(constraint + " needs axes side by side of a weight of shape " + shape
                    + ". Received: axis=" + axis + ".");
        }
        int outer = 1;
        int along = 1;
        int inner = 1;
        for (int i = 0; i < rank; i++) {
            if (i < axes[0]) {
                outer *= shape.dimension(i);
            } else if (i <= axes[axes.length - 1]) {
                along *= shape.dimension(i);
            } else {
                inner *= shape.dimension(i);
            }
        }
        return new NormAxes(outer, along, inner);
    }

    /** Gives every line the length that is desired for its norm. */
    void rescale(float[] values, int offset, DoubleUnaryOperator desired) {
        double[] lines = new double[inner];
        for (int block = 0; block < outer; block++) {
            int start = offset + block * along * inner;
            Arrays.fill(lines, 0);
            for (int i = 0; i < along; i++) {
                for (int j = 0; j < inner; j++) {
                    double value = values[start + i * inner + j];
                    lines[j] += value * value;
                }
            }
            for (int j = 0; j < inner; j++) {
                double norm = Math.sqrt(lines[j]);
                lines[j] = desired.applyAsDouble(norm) / (EPSILON + norm);
            }
            for (int i = 0; i < along; i++) {
                for (int j = 0; j < inner; j++) {
                    values[start + i * inner + j] *= (float) lines[j];
                }
            }
        }
    }
}
