package io.kindling.layers.tabular;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.reshaping.BoundGather;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Takes some features of the last axis: {@code y[i] = x[indices[i]]}.
 *
 * @param indices which ones, counted from 0, in the order of the output; one may come several times
 */
public record SelectFeatures(List<Integer> indices) implements UnaryLayer {

    public SelectFeatures {
        if (indices == null || indices.isEmpty() || indices.stream().anyMatch(index -> index == null || index < 0)) {
            throw new KindlingException("SelectFeatures needs indices from 0 on. Received: " + indices + ".");
        }
        indices = List.copyOf(indices);
    }

    public static SelectFeatures of(int... indices) {
        return new SelectFeatures(Arrays.stream(indices).boxed().toList());
    }

    @Override
    public Shape outputShape(Shape input) {
        int features = input.requireFeatures().last();
        for (int index : indices) {
            if (index >= features) {
                throw new KindlingException(
                        "It takes feature " + index + ", counted from 0, of the last axis. Received: " + input + ".");
            }
        }
        return input.withLast(indices.size());
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        Shape input = binding.inputShape();
        int[] sources = new int[outputShape(input).size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = i / indices.size() * input.last() + indices.get(i % indices.size());
        }
        return new BoundGather(sources, binding);
    }
}
