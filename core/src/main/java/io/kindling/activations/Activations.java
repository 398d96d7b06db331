package io.kindling.activations;

import io.kindling.registry.Registry;

/** The table of names behind {@link Activation#registry()}. */
final class Activations {
    static final Registry<Activation> REGISTRY = new Registry<>("activation", Activation.class)
            .add("linear", new Linear())
            .add("relu", Relu.of())
            .add("leaky_relu", LeakyRelu.of())
            .add("elu", Elu.of())
            .add("selu", new Selu())
            .add("sigmoid", new Sigmoid())
            .add("tanh", new Tanh())
            .add("softmax", new Softmax())
            .add("softplus", new Softplus())
            .add("silu", new Silu())
            .alias("swish", "silu")
            .add("gelu", Gelu.of());

    private Activations() {}
}
