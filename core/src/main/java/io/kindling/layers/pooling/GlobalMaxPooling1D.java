package io.kindling.layers.pooling;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;

/**
 * The largest value of each channel over all steps: (steps, channels) to (channels), {@code y = max x}.
 *
 * <p>Keras' {@code GlobalMaxPooling1D}.
 */
public record GlobalMaxPooling1D() implements GlobalPooling {

    @Override
    public int axes() {
        return 1;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundMaxPooling(window(binding.inputShape()), binding);
    }
}
