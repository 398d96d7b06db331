package io.kindling.tensor;

import io.kindling.errors.KindlingException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lengths of an array's axes, without the batch axis: {@code (28, 28)} for an image, {@code (784)} for a vector.
 *
 * @param dimensions one positive length per axis, outermost first; empty for a scalar
 */
public record Shape(List<Integer> dimensions) {

    public Shape {
        dimensions = List.copyOf(dimensions);
        for (int dimension : dimensions) {
            if (dimension <= 0) {
                throw new KindlingException("A shape needs positive lengths. Received: " + text(dimensions) + ".");
            }
        }
        double size = dimensions.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
        if (size > Integer.MAX_VALUE) {
            throw new KindlingException(
                    "A shape holds at most " + Integer.MAX_VALUE + " values. Received: " + text(dimensions) + ".");
        }
    }

    public static Shape of(int... dimensions) {
        return new Shape(Arrays.stream(dimensions).boxed().toList());
    }

    /** The number of values, the product of all lengths. */
    public int size() {
        int size = 1;
        for (int dimension : dimensions) {
            size *= dimension;
        }
        return size;
    }

    /** The number of axes. */
    public int rank() {
        return dimensions.size();
    }

    /** The length of one axis. */
    public int dimension(int axis) {
        return dimensions.get(axis);
    }

    /** The length of the innermost axis, the number of features or channels. */
    public int last() {
        if (dimensions.isEmpty()) {
            throw new IllegalStateException("A scalar has no last axis.");
        }
        return dimensions.get(dimensions.size() - 1);
    }

    /** This shape with another innermost length. */
    public Shape withLast(int length) {
        int[] lengths = dimensions.stream().mapToInt(Integer::intValue).toArray();
        lengths[lengths.length - 1] = length;
        return of(lengths);
    }

    /**
     * This shape, if it is that of a sequence, (steps, features).
     *
     * @throws KindlingException if it has other axes
     */
    public Shape requireSequence() {
        if (rank() != 2) {
            throw new KindlingException("It needs sequences of shape (steps, features). Received: " + this + ".");
        }
        return this;
    }

    /**
     * This shape, if it has features: its last axis.
     *
     * @throws KindlingException if it is a number alone
     */
    public Shape requireFeatures() {
        if (rank() == 0) {
            throw new KindlingException("It needs an input with at least one axis. Received: " + this + ".");
        }
        return this;
    }

    /** Keras' notation: {@code (28, 28)}, {@code (784,)}, {@code ()}. */
    @Override
    public String toString() {
        return text(dimensions);
    }

    private static String text(List<Integer> dimensions) {
        String lengths = dimensions.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return dimensions.size() == 1 ? "(" + lengths + ",)" : "(" + lengths + ")";
    }
}
