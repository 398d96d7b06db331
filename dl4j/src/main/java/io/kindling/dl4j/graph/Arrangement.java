package io.kindling.dl4j.graph;

import io.kindling.tensor.Shape;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * How the numbers between two layers lie in an array: as the row-major numbers of this project, seen with these axes
 * after the first, which are then put into another order. The first axis is as long as the numbers suffice for, so the
 * steps of a sequence may count as examples.
 *
 * @param lengths of the axes after the first
 * @param order which of them each axis of the array is, counted from 0
 */
public record Arrangement(
        @JsonProperty("lengths") List<Integer> lengths,
        @JsonProperty("order") List<Integer> order) implements Serializable {

    @JsonCreator
    public Arrangement {
        lengths = List.copyOf(lengths);
        order = List.copyOf(order);
    }

    /** Row-major, as everywhere in this project. */
    public static Arrangement of(Shape shape) {
        int axes = shape.rank();
        return new Arrangement(
                shape.dimensions(), IntStream.range(0, axes).boxed().toList());
    }

    /** One row of so many columns for each example, or for each place in one. */
    public static Arrangement rows(int columns) {
        return of(Shape.of(columns));
    }

    /** Channels before steps, or before height and width, as DL4J has them. */
    public static Arrangement channelsFirst(Shape shape) {
        List<Integer> order = new ArrayList<>(of(shape).order());
        Collections.rotate(order, 1);
        return new Arrangement(shape.dimensions(), order);
    }

    /** The row-major numbers of an array that is arranged so, as a view. */
    public INDArray rowMajor(INDArray array) {
        int[] axes = new int[order.size() + 1];
        for (int i = 0; i < order.size(); i++) {
            axes[order.get(i) + 1] = i + 1;
        }
        return array.permute(axes);
    }

    /** Row-major numbers arranged so, as a view. */
    public INDArray arranged(INDArray rowMajor) {
        long[] shape = new long[lengths.size() + 1];
        int[] axes = new int[order.size() + 1];
        long each = 1;
        for (int i = 0; i < lengths.size(); i++) {
            shape[i + 1] = lengths.get(i);
            axes[i + 1] = order.get(i) + 1;
            each *= lengths.get(i);
        }
        shape[0] = rowMajor.length() / each;
        return rowMajor.reshape('c', shape).permute(axes);
    }
}
