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
            .add("ReLU", ReLU.of())
            .add("LeakyReLU", LeakyReLU.of())
            .add("PReLU", PReLU.of())
            .add("ELU", ELU.of())
            .add("Softmax", new Softmax())
            .add("SpatialDropout1D", SpatialDropout1D.of(0), "rate")
            .add("AlphaDropout", AlphaDropout.of(0), "rate")
            .add("GaussianNoise", GaussianNoise.of(0), "stddev")
            .add("GaussianDropout", GaussianDropout.of(0), "rate")
            .add("BatchNormalization", BatchNormalization.of())
            .add("LayerNormalization", LayerNormalization.of())
            .add("UnitNormalization", new UnitNormalization())
            .add("RMSNormalization", RMSNormalization.of())
            .add("ActivityRegularization", ActivityRegularization.of(0, 0))
            .add("Masking", Masking.of())
            .add("Reshape", Reshape.of(1), "target_shape")
            .add("Permute", Permute.of(1), "dims")
            .add("RepeatVector", RepeatVector.of(1), "n")
            .add("Flatten", new Flatten())
            .add("SimpleRNN", SimpleRNN.of(1), "units")
            .add("LSTM", LSTM.of(1), "units")
            .add("GRU", GRU.of(1), "units")
            .add("MaxPooling1D", MaxPooling1D.of(2))
            .add("MaxPooling2D", MaxPooling2D.of(2))
            .add("AveragePooling1D", AveragePooling1D.of(2))
            .add("AveragePooling2D", AveragePooling2D.of(2))
            .add("GlobalMaxPooling1D", new GlobalMaxPooling1D())
            .add("GlobalMaxPooling2D", new GlobalMaxPooling2D())
            .add("GlobalAveragePooling1D", new GlobalAveragePooling1D())
            .add("GlobalAveragePooling2D", new GlobalAveragePooling2D())
            .add("ZeroPadding2D", ZeroPadding2D.of(1))
            .add("UpSampling2D", UpSampling2D.of(2))
            .add("Conv1D", Conv1D.of(1, 1), "filters", "kernel_size")
            .add("Conv2D", Conv2D.of(1, 1), "filters", "kernel_size")
            .add("Embedding", Embedding.of(1, 1), "input_dim", "output_dim")
            .add("Bidirectional", Bidirectional.of(LSTM.of(1)), "layer")
            .add("TimeDistributed", TimeDistributed.of(Dense.of(1)), "layer");

    private Layers() {}
}
