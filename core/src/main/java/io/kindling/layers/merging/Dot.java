package io.kindling.layers.merging;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.registry.Records;
import io.kindling.registry.SingleOrList;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The products of two inputs, summed along an axis of each: {@code y[i, j] = Σ_k x_0[i, k] · x_1[j, k]}, where i and j are
 * the other axes; of two vectors one number. Keras' {@code Dot}. No step of the output is masked.
 *
 * @param axes the axis of each input, or one for both, counted from 1 as the batch is axis 0, or from -1 backwards
 * @param normalize whether vectors along the axes are brought to length 1 first, which gives the cosine
 */
public record Dot(@SingleOrList List<Integer> axes, boolean normalize) implements Merge {

    public Dot {
        axes = List.copyOf(axes);
        if (axes.isEmpty() || axes.size() > 2 || axes.contains(0)) {
            throw new KindlingException(
                    "Dot needs one axis or two, none of them 0, the batch. Received: " + axes + ".");
        }
    }

    /** Along one axis of both, or an axis of each. */
    public static Dot of(Integer... axes) {
        return new Dot(List.of(axes), false);
    }

    public Dot normalize(boolean normalize) {
        return Records.with(this, "normalize", normalize);
    }

    /** The axis of an input, as one of those of an example. */
    int axisOf(Shape input, int which) {
        int axis = axes.get(Math.min(which, axes.size() - 1));
        int found = axis < 0 ? input.rank() + axis : axis - 1;
        if (found < 0 || found >= input.rank()) {
            throw new KindlingException("It has no axis " + axis + " to sum along. Received: " + input + ".");
        }
        return found;
    }

    @Override
    public boolean supportsMasking() {
        return false;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Merge.requireInputs(inputs, 2, 2);
        List<Integer> lengths = new ArrayList<>();
        int[] summed = new int[2];
        for (int i = 0; i < 2; i++) {
            List<Integer> others = new ArrayList<>(inputs.get(i).dimensions());
            summed[i] = others.remove(axisOf(inputs.get(i), i));
            lengths.addAll(others);
        }
        if (summed[0] != summed[1]) {
            throw new KindlingException(
                    "It sums along axes of the same length. Received: " + inputs + ", with axes=" + axes + ".");
        }
        return lengths.isEmpty() ? Shape.of(1) : new Shape(lengths);
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        return new BoundDot(this, binding);
    }
}
