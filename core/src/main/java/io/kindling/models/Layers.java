package io.kindling.models;

import io.kindling.activations.Linear;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.activations.ELU;
import io.kindling.layers.activations.LeakyReLU;
import io.kindling.layers.activations.PReLU;
import io.kindling.layers.activations.ReLU;
import io.kindling.layers.activations.Softmax;
import io.kindling.layers.attention.MultiHeadAttention;
import io.kindling.layers.attention.PositionEmbedding;
import io.kindling.layers.attention.SinePositionEncoding;
import io.kindling.layers.convolutional.Conv1D;
import io.kindling.layers.convolutional.Conv2D;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.core.Embedding;
import io.kindling.layers.core.Masking;
import io.kindling.layers.merging.Add;
import io.kindling.layers.merging.Average;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.merging.Dot;
import io.kindling.layers.merging.Maximum;
import io.kindling.layers.merging.Minimum;
import io.kindling.layers.merging.Multiply;
import io.kindling.layers.merging.Subtract;
import io.kindling.layers.normalization.BatchNormalization;
import io.kindling.layers.normalization.LayerNormalization;
import io.kindling.layers.normalization.RMSNormalization;
import io.kindling.layers.normalization.UnitNormalization;
import io.kindling.layers.pooling.AveragePooling1D;
import io.kindling.layers.pooling.AveragePooling2D;
import io.kindling.layers.pooling.GlobalAveragePooling1D;
import io.kindling.layers.pooling.GlobalAveragePooling2D;
import io.kindling.layers.pooling.GlobalMaxPooling1D;
import io.kindling.layers.pooling.GlobalMaxPooling2D;
import io.kindling.layers.pooling.MaxPooling1D;
import io.kindling.layers.pooling.MaxPooling2D;
import io.kindling.layers.recurrent.Bidirectional;
import io.kindling.layers.recurrent.GRU;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.layers.recurrent.SimpleRNN;
import io.kindling.layers.recurrent.TimeDistributed;
import io.kindling.layers.regularization.ActivityRegularization;
import io.kindling.layers.regularization.AlphaDropout;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.regularization.GaussianDropout;
import io.kindling.layers.regularization.GaussianNoise;
import io.kindling.layers.regularization.SpatialDropout1D;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.layers.reshaping.Permute;
import io.kindling.layers.reshaping.RepeatVector;
import io.kindling.layers.reshaping.Reshape;
import io.kindling.layers.reshaping.UpSampling2D;
import io.kindling.layers.reshaping.ZeroPadding2D;
import io.kindling.layers.tabular.CategoryEncoding;
import io.kindling.layers.tabular.EnsembleDense;
import io.kindling.layers.tabular.MemberAverage;
import io.kindling.layers.tabular.MemberDense;
import io.kindling.layers.tabular.Normalization;
import io.kindling.layers.tabular.OrderedOutputs;
import io.kindling.layers.tabular.PeriodicEmbedding;
import io.kindling.layers.tabular.PiecewiseLinearEncoding;
import io.kindling.layers.tabular.RobustScaling;
import io.kindling.layers.tabular.SelectFeatures;
import io.kindling.layers.tabular.TemperatureScaling;
import io.kindling.registry.Registry;
import io.kindling.tensor.Shape;
import java.util.List;

/** The table of names behind {@link Layers#registry()}. */
public final class Layers {
    static final Registry<Layer> REGISTRY = Registry.of("layer", Layer.class)
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
            .add("TimeDistributed", TimeDistributed.of(Dense.of(1)), "layer")
            .add("Add", Add.of())
            .add("Subtract", Subtract.of())
            .add("Multiply", Multiply.of())
            .add("Average", Average.of())
            .add("Maximum", Maximum.of())
            .add("Minimum", Minimum.of())
            .add("Concatenate", Concatenate.of())
            .add("Dot", Dot.of(1), "axes")
            .add("MultiHeadAttention", MultiHeadAttention.of(1, 1), "num_heads", "key_dim")
            .add("PositionEmbedding", PositionEmbedding.of(1), "sequence_length")
            .add("SinePositionEncoding", SinePositionEncoding.of())
            .add("Normalization", Normalization.of(List.of(0.0), List.of(1.0)), "mean", "variance")
            .add("SelectFeatures", SelectFeatures.of(0), "indices")
            .add("PiecewiseLinearEncoding", PiecewiseLinearEncoding.of(List.of(List.of(0.0, 1.0))), "boundaries")
            .add("OrderedOutputs", OrderedOutputs.of(1), "size")
            .add("RobustScaling", RobustScaling.of(List.of(0.0), List.of(1.0)), "center", "scale")
            .add("CategoryEncoding", CategoryEncoding.of(1), "num_tokens")
            .add("PeriodicEmbedding", PeriodicEmbedding.of(1, 2), "num_frequencies", "output_dim")
            .add("EnsembleDense", EnsembleDense.of(1), "units")
            .add("MemberDense", MemberDense.of(1), "units")
            .add("MemberAverage", new MemberAverage())
            .add("TemperatureScaling", TemperatureScaling.of(1), "temperature")
            .build();

    private Layers() {}

    /** The table of names. */
    public static Registry<Layer> registry() {
        return REGISTRY;
    }
}
