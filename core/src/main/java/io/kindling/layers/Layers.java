package io.kindling.layers;

import io.kindling.activations.Linear;
import io.kindling.registry.Registry;
import io.kindling.tensor.Shape;

/** The table of names behind {@link Layer#registry()}. */
final class Layers {
    static final Registry<Layer> REGISTRY = new Registry<>("layer", Layer.class)
            .add("InputLayer", Input.of(Shape.of(1)), "shape")
            .alias("Input", "InputLayer")
            .add("Dense", Dense.of(1), "units")
            .add("Activation", ActivationLayer.of(new Linear()), "activation")
            .alias("ActivationLayer", "Activation")
            .add("Dropout", Dropout.of(0), "rate")
            .add("Flatten", new Flatten())
            .add("SimpleRNN", SimpleRNN.of(1), "units")
            .add("LSTM", LSTM.of(1), "units")
            .add("GRU", GRU.of(1), "units");

    private Layers() {}
}
