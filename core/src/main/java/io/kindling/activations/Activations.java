package io.kindling.activations;

import io.kindling.registry.Registry;

/** The table of names behind {@link Activation#registry()}. */
final class Activations {
    static final Registry<Activation> REGISTRY = Registry.of("activation", Activation.class)
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
            .add("gelu", Gelu.of())
            .add("relu6", new Relu6())
            .add("celu", Celu.of())
            .add("log_softmax", new LogSoftmax())
            .add("softsign", new Softsign())
            .add("exponential", new Exponential())
            .add("hard_sigmoid", new HardSigmoid())
            .add("hard_silu", new HardSilu())
            .alias("hard_swish", "hard_silu")
            .add("hard_tanh", new HardTanh())
            .add("hard_shrink", HardShrink.of())
            .add("soft_shrink", SoftShrink.of())
            .add("tanh_shrink", new TanhShrink())
            .add("threshold", Threshold.of(0, 0), "threshold", "default_value")
            .add("log_sigmoid", new LogSigmoid())
            .add("mish", new Mish())
            .add("squareplus", Squareplus.of())
            .add("sparse_plus", new SparsePlus())
            .add("sparse_sigmoid", new SparseSigmoid())
            .add("sparsemax", new Sparsemax())
            .add("glu", new Glu())
            .add("custom", new CustomActivation("name", "graph"), "name", "graph")
            .add("registered", new RegisteredActivation("name"), "name")
            .build();

    private Activations() {}
}
