package io.kindling.layers.pooling;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.convolutional.Padding;
import io.kindling.layers.convolutional.Windows;
import io.kindling.registry.Records;
import io.kindling.registry.SingleOrList;
import java.util.List;

/**
 * The largest value of each channel in windows of an image: (height, width, channels) to shorter of the same,
 * {@code y = max x}.
 *
 * <p>Keras' {@code MaxPooling2D}.
 *
 * @param poolSize how much a window covers, height and width; positive
 * @param strides how far apart windows start, height and width; positive, or null for {@code poolSize}
 * @param padding valid, or same: padding itself is never pooled
 */
public record MaxPooling2D(
        @SingleOrList List<Integer> poolSize, @SingleOrList List<Integer> strides, Padding padding) implements Pooling {
    private static final int AXES = 2;

    public MaxPooling2D {
        poolSize = Windows.lengths("MaxPooling2D", "pool_size", poolSize, AXES);
        strides = Pooling.strides("MaxPooling2D", strides, AXES);
        Pooling.requirePadding("MaxPooling2D", padding);
    }

    /** Keras' defaults: windows side by side, without padding; one length stands for both axes. */
    public static MaxPooling2D of(int... poolSize) {
        return new MaxPooling2D(Windows.list(poolSize), null, Padding.VALID);
    }

    /** One for height and one for width, or one for both. */
    public MaxPooling2D strides(int... strides) {
        return Records.with(this, "strides", Windows.list(strides));
    }

    public MaxPooling2D padding(Padding padding) {
        return Records.with(this, "padding", padding);
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundMaxPooling(windows(binding.inputShape()), binding);
    }
}
