package io.kindling.layers.reshaping;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.convolutional.Windows;
import io.kindling.registry.SingleOrList;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * Enlarges images by repeating rows and columns: (height, width, channels) to
 * {@code (height · size[0], width · size[1], channels)}.
 *
 * <p>Keras' {@code UpSampling2D} with {@code interpolation="nearest"}.
 *
 * @param size how often each row and each column is repeated; positive
 */
public record UpSampling2D(@SingleOrList List<Integer> size) implements UnaryLayer {
    private static final int AXES = 2;

    public UpSampling2D {
        size = Windows.lengths("UpSampling2D", "size", size, AXES);
    }

    /** One for rows and one for columns, or one for both. */
    public static UpSampling2D of(int... size) {
        return new UpSampling2D(Windows.list(size));
    }

    @Override
    public Shape outputShape(Shape input) {
        Windows.requireAxes(input, AXES);
        return Shape.of(
                Math.multiplyExact(input.dimension(0), size.get(0)),
                Math.multiplyExact(input.dimension(1), size.get(1)),
                input.last());
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundGather(sources(binding.inputShape()), binding);
    }

    private int[] sources(Shape input) {
        Shape output = outputShape(input);
        int width = output.dimension(1);
        int channels = output.last();
        int[] sources = new int[output.size()];
        for (int i = 0; i < sources.length; i++) {
            int row = i / channels / width / size.get(0);
            int column = i / channels % width / size.get(1);
            sources[i] = (row * input.dimension(1) + column) * channels + i % channels;
        }
        return sources;
    }
}
