package io.kindling.layers.reshaping;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Changes the order of the axes.
 *
 * @param dims which axis of the input each axis of the output is, counted from 1 as the batch is axis 0
 */
public record Permute(List<Integer> dims) implements UnaryLayer {

    public Permute {
        dims = List.copyOf(dims);
        if (!dims.stream()
                .sorted()
                .toList()
                .equals(IntStream.rangeClosed(1, dims.size()).boxed().toList())) {
            throw new KindlingException("Permute needs each of 1, 2, … once. Received: " + dims + ".");
        }
    }

    public static Permute of(int... dims) {
        return new Permute(Arrays.stream(dims).boxed().toList());
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != dims.size()) {
            throw new KindlingException("It orders " + dims.size() + " axes. Received: " + input + ".");
        }
        return new Shape(dims.stream().map(axis -> input.dimension(axis - 1)).toList());
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundGather(sources(binding.inputShape()), binding);
    }

    private int[] sources(Shape input) {
        Shape output = outputShape(input);
        int[] strides = new int[input.rank()];
        int stride = 1;
        for (int axis = input.rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= input.dimension(axis);
        }
        int[] sources = new int[output.size()];
        for (int i = 0; i < sources.length; i++) {
            int rest = i;
            for (int axis = output.rank() - 1; axis >= 0; axis--) {
                sources[i] += rest % output.dimension(axis) * strides[dims.get(axis) - 1];
                rest /= output.dimension(axis);
            }
        }
        return sources;
    }
}
