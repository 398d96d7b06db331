package io.kindling.layers.pooling;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.convolutional.Padding;
import io.kindling.layers.convolutional.Windows;
import io.kindling.registry.Records;
import io.kindling.registry.SingleOrList;
import java.util.List;

/**
 * The largest value of each channel in windows of a sequence: (steps, channels) to shorter of the same,
 * {@code y = max x}.
 *
 * <p>Keras' {@code MaxPooling1D}.
 *
 * @param poolSize how much a window covers, one length; positive
 * @param strides how far apart windows start, one length; positive, or null for {@code poolSize}
 * @param padding valid, or same: padding itself is never pooled
 */
public record MaxPooling1D(
        @SingleOrList List<Integer> poolSize, @SingleOrList List<Integer> strides, Padding padding) implements Pooling {
    private static final int AXES = 1;

    public MaxPooling1D {
        poolSize = Windows.lengths("MaxPooling1D", "pool_size", poolSize, AXES);
        strides = Pooling.strides("MaxPooling1D", strides, AXES);
        Pooling.requirePadding("MaxPooling1D", padding);
    }

    /** Keras' defaults: windows side by side, without padding. */
    public static MaxPooling1D of(int poolSize) {
        return new MaxPooling1D(List.of(poolSize), null, Padding.VALID);
    }

    public MaxPooling1D strides(int strides) {
        return Records.with(this, "strides", List.of(strides));
    }

    public MaxPooling1D padding(Padding padding) {
        return Records.with(this, "padding", padding);
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundMaxPooling(windows(binding.inputShape()), binding);
    }
}
