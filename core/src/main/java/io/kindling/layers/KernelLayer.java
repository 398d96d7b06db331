package io.kindling.layers;

import io.kindling.activations.Activation;

/**
 * A layer with one input, a kernel, a bias and an activation.
 *
 * @param <L> the layer itself
 */
public interface KernelLayer<L extends KernelLayer<L>> extends KernelAndBias<L>, UnaryLayer {

    /** What is applied to the sums. */
    Activation activation();

    default L activation(Activation activation) {
        return Options.with(this, "activation", activation);
    }

    /** By name, such as {@code "relu"}. */
    default L activation(String activation) {
        return activation(Activation.of(activation));
    }
}
