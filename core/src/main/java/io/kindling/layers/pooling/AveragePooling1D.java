package io.kindling.layers.pooling;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.convolutional.Padding;
import io.kindling.layers.convolutional.Windows;
import io.kindling.registry.Records;
import io.kindling.registry.SingleOrList;
import java.util.List;

/**
 * The mean of each channel in windows of a sequence: (steps, channels) to shorter of the same, {@code y = Σ x / n}
 * over the n values that lie in the input.
 *
 * <p>Keras' {@code AveragePooling1D}.
 *
 * @param poolSize how much a window covers, one length; positive
 * @param strides how far apart windows start, one length; positive, or null for {@code poolSize}
 * @param padding valid, or same: padding itself is never pooled
 */
public record AveragePooling1D(
        @SingleOrList List<Integer> poolSize, @SingleOrList List<Integer> strides, Padding padding) implements Pooling {
    private static final int AXES = 1;

    public AveragePooling1D {
        poolSize = Windows.lengths("AveragePooling1D", "pool_size", poolSize, AXES);
        strides = Pooling.strides("AveragePooling1D", strides, AXES);
        Pooling.requirePadding("AveragePooling1D", padding);
    }

    /** Keras' defaults: windows side by side, without padding. */
    public static AveragePooling1D of(int poolSize) {
        return new AveragePooling1D(List.of(poolSize), null, Padding.VALID);
    }

    public AveragePooling1D strides(int strides) {
        return Records.with(this, "strides", List.of(strides));
    }

    public AveragePooling1D padding(Padding padding) {
        return Records.with(this, "padding", padding);
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundAveragePooling(windows(binding.inputShape()), binding);
    }
}
