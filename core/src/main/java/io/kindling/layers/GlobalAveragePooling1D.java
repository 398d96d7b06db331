package io.kindling.layers;

/**
 * The mean of each channel over all steps: (steps, channels) to (channels), {@code y = Σ x / n}.
 *
 * <p>Keras' {@code GlobalAveragePooling1D}.
 */
public record GlobalAveragePooling1D() implements GlobalPooling {

    @Override
    public int axes() {
        return 1;
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        return new AveragePooled(window(binding.inputShape()), binding);
    }
}
