package io.kindling.dl4j.graph;

import io.kindling.tensor.Shape;

/** Where values are in a row-major array whose axes or columns DL4J has in another order. */
public final class Order {

    private Order() {}

    /** Sources of an array whose axis i is the given one's {@code axes[i]}. */
    public static int[] ofAxes(Shape shape, int... axes) {
        int[] strides = new int[axes.length];
        int stride = 1;
        for (int axis = axes.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.dimension(axis);
        }
        int[] sources = new int[shape.size()];
        for (int i = 0; i < sources.length; i++) {
            int rest = i;
            for (int axis = axes.length - 1; axis >= 0; axis--) {
                int length = shape.dimension(axes[axis]);
                sources[i] += rest % length * strides[axes[axis]];
                rest /= length;
            }
        }
        return sources;
    }

    /** Sources of a matrix whose block i of columns is the given one's {@code blocks[i]}. */
    public static int[] ofColumnBlocks(int rows, int blockColumns, int... blocks) {
        int columns = blocks.length * blockColumns;
        int[] sources = new int[rows * columns];
        for (int i = 0; i < sources.length; i++) {
            int column = i % columns;
            sources[i] = i - column + blocks[column / blockColumns] * blockColumns + column % blockColumns;
        }
        return sources;
    }
}
