package io.kindling.layers.pooling;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;

/**
 * The mean of each channel over all positions: (height, width, channels) to (channels), {@code y = Σ x / n}.
 *
 * <p>Keras' {@code GlobalAveragePooling2D}.
 */
public record GlobalAveragePooling2D() implements GlobalPooling {

    @Override
    public int axes() {
        return 2;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundAveragePooling(window(binding.inputShape()), binding);
    }
}
