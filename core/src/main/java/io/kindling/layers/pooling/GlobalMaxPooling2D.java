package io.kindling.layers.pooling;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;

/**
 * The largest value of each channel over all positions: (height, width, channels) to (channels), {@code y = max x}.
 *
 * <p>Keras' {@code GlobalMaxPooling2D}.
 */
public record GlobalMaxPooling2D() implements GlobalPooling {

    @Override
    public int axes() {
        return 2;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundMaxPooling(window(binding.inputShape()), binding);
    }
}
