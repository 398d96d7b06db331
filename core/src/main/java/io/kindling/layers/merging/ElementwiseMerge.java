package io.kindling.layers.merging;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer that merges inputs number by number. Where inputs have an axis of length 1, or lack outer axes, their values are
 * repeated along it, as in NumPy.
 */
interface ElementwiseMerge extends Merge {

    /** Writes {@code y[i]} from all {@code inputs[…][i]}, for i below n. */
    void merge(List<float[]> inputs, float[] y, int n);

    /** Writes the gradient of one input, {@code dx[i]} from {@code dy[i]}, for i below n; {@code dx} is not {@code dy}. */
    void gradient(List<float[]> inputs, float[] y, float[] dy, int input, float[] dx, int n);

    /** How many inputs it takes at most. */
    default int mostInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    default Shape outputShape(List<Shape> inputs) {
        Merge.requireInputs(inputs, 2, mostInputs());
        Shape output = inputs.get(0);
        for (Shape input : inputs) {
            output = broadcast(output, input, inputs);
        }
        return output;
    }

    private static Shape broadcast(Shape a, Shape b, List<Shape> inputs) {
        Shape longer = a.rank() >= b.rank() ? a : b;
        Shape shorter = longer == a ? b : a;
        int outer = longer.rank() - shorter.rank();
        List<Integer> lengths = new ArrayList<>(longer.dimensions());
        for (int axis = outer; axis < longer.rank(); axis++) {
            int one = longer.dimension(axis);
            int other = shorter.dimension(axis - outer);
            if (one != other && one != 1 && other != 1) {
                throw new KindlingException(
                        "It merges inputs of one shape, but for axes of length 1. Received: " + inputs + ".");
            }
            lengths.set(axis, Math.max(one, other));
        }
        return new Shape(lengths);
    }

    @Override
    default BoundLayer bind(LayerBinding binding) {
        return new BoundElementwiseMerge(this, binding);
    }
}
