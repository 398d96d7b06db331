package io.kindling.contract;

import static java.util.Map.entry;

import io.kindling.initializers.Initializer;
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
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Map;

/** An instance of every registered layer, by its name. */
final class LayerSamples {
    private static final Shape VECTOR = Shape.of(4);
    private static final Shape SEQUENCE = Shape.of(3, 2);
    private static final Shape IMAGE = Shape.of(3, 3, 2);

    static final Map<String, LayerSample> ALL = Map.ofEntries(
            entry("InputLayer", LayerSample.of(VECTOR, new Flatten())),
            entry("Dense", LayerSample.with(VECTOR, Dense.of(4)::activation)),
            entry("Activation", LayerSample.with(VECTOR, ActivationLayer::of)),
            entry("ReLU", LayerSample.of(VECTOR, ReLU.of())),
            entry("LeakyReLU", LayerSample.of(VECTOR, LeakyReLU.of())),
            entry(
                    "PReLU",
                    LayerSample.of(
                            SEQUENCE,
                            PReLU.of()
                                    .alphaInitializer(Initializer.of("constant(0.25)"))
                                    .sharedAxes(1))),
            entry("ELU", LayerSample.of(VECTOR, ELU.of())),
            entry("Softmax", LayerSample.of(VECTOR, new Softmax())),
            entry("Dropout", LayerSample.of(VECTOR, Dropout.of(0.2))),
            entry("SpatialDropout1D", LayerSample.of(SEQUENCE, SpatialDropout1D.of(0.2))),
            entry("AlphaDropout", LayerSample.of(VECTOR, AlphaDropout.of(0.2))),
            entry("GaussianNoise", LayerSample.of(VECTOR, GaussianNoise.of(0.2))),
            entry("GaussianDropout", LayerSample.of(VECTOR, GaussianDropout.of(0.2))),
            entry("ActivityRegularization", LayerSample.of(VECTOR, ActivityRegularization.of(0, 0.1))),
            entry("Masking", LayerSample.of(SEQUENCE, Masking.of())),
            entry("BatchNormalization", LayerSample.of(VECTOR, BatchNormalization.of())),
            entry("LayerNormalization", LayerSample.of(VECTOR, LayerNormalization.of())),
            entry("UnitNormalization", LayerSample.of(VECTOR, new UnitNormalization())),
            entry("RMSNormalization", LayerSample.of(VECTOR, RMSNormalization.of())),
            entry("Reshape", LayerSample.of(VECTOR, Reshape.of(2, 2))),
            entry("Permute", LayerSample.of(Shape.of(4, 2), Permute.of(2, 1))),
            entry("RepeatVector", LayerSample.of(VECTOR, RepeatVector.of(2))),
            entry("Flatten", LayerSample.of(SEQUENCE, new Flatten())),
            entry("SimpleRNN", LayerSample.with(SEQUENCE, SimpleRNN.of(4)::activation)),
            entry("LSTM", LayerSample.with(SEQUENCE, LSTM.of(4)::activation)),
            entry("GRU", LayerSample.with(SEQUENCE, GRU.of(4)::activation)),
            entry("MaxPooling1D", LayerSample.of(SEQUENCE, MaxPooling1D.of(2))),
            entry("MaxPooling2D", LayerSample.of(IMAGE, MaxPooling2D.of(2))),
            entry("AveragePooling1D", LayerSample.of(SEQUENCE, AveragePooling1D.of(2))),
            entry("AveragePooling2D", LayerSample.of(IMAGE, AveragePooling2D.of(2))),
            entry("GlobalMaxPooling1D", LayerSample.of(SEQUENCE, new GlobalMaxPooling1D())),
            entry("GlobalMaxPooling2D", LayerSample.of(IMAGE, new GlobalMaxPooling2D())),
            entry("GlobalAveragePooling1D", LayerSample.of(SEQUENCE, new GlobalAveragePooling1D())),
            entry("GlobalAveragePooling2D", LayerSample.of(IMAGE, new GlobalAveragePooling2D())),
            entry("ZeroPadding2D", LayerSample.of(IMAGE, ZeroPadding2D.of(1, 0, 0, 1))),
            entry("UpSampling2D", LayerSample.of(Shape.of(2, 2, 2), UpSampling2D.of(2, 1))),
            entry("Conv1D", LayerSample.with(SEQUENCE, Conv1D.of(4, 2)::activation)),
            entry("Conv2D", LayerSample.with(IMAGE, Conv2D.of(4, 2)::activation)),
            entry("Embedding", LayerSample.of(Shape.of(4), Embedding.of(5, 2)).ofWholeNumbers()),
            entry(
                    "Bidirectional",
                    LayerSample.with(
                            SEQUENCE, activation -> Bidirectional.of(LSTM.of(2).activation(activation)))),
            entry("Add", LayerSample.merging(VECTOR, 3, Add.of())),
            entry("Subtract", LayerSample.merging(VECTOR, 2, Subtract.of())),
            entry("Multiply", LayerSample.merging(VECTOR, 3, Multiply.of())),
            entry("Average", LayerSample.merging(SEQUENCE, 3, Average.of())),
            entry("Maximum", LayerSample.merging(VECTOR, 3, Maximum.of())),
            entry("Minimum", LayerSample.merging(VECTOR, 3, Minimum.of())),
            entry(
                    "Concatenate",
                    LayerSample.merging(SEQUENCE, 2, Concatenate.of().axis(1))),
            entry("Dot", LayerSample.merging(Shape.of(3, 4), 2, Dot.of(1).normalize(true))),
            entry(
                    "MultiHeadAttention",
                    LayerSample.merging(
                            SEQUENCE, 3, MultiHeadAttention.of(2, 3).valueDim(2).useCausalMask(true))),
            entry("PositionEmbedding", LayerSample.of(SEQUENCE, PositionEmbedding.of(5))),
            entry("SinePositionEncoding", LayerSample.of(SEQUENCE, SinePositionEncoding.of())),
            entry("Normalization", LayerSample.of(SEQUENCE, Normalization.of(List.of(0.1, -0.2), List.of(0.5, 2.0)))),
            entry("SelectFeatures", LayerSample.of(VECTOR, SelectFeatures.of(3, 0, 3, 1))),
            entry(
                    "PiecewiseLinearEncoding",
                    LayerSample.of(
                            SEQUENCE,
                            PiecewiseLinearEncoding.of(List.of(List.of(-0.5, 0.1, 0.6), List.of(-0.2, 0.4, 0.8))))),
            entry("OrderedOutputs", LayerSample.of(SEQUENCE, OrderedOutputs.of(2))),
            entry("RobustScaling", LayerSample.of(SEQUENCE, RobustScaling.of(List.of(0.1, -0.2), List.of(0.5, 2.0)))),
            entry(
                    "CategoryEncoding",
                    LayerSample.of(VECTOR, CategoryEncoding.of(3, 2, 5, 4)).ofWholeNumbers()),
            entry("PeriodicEmbedding", LayerSample.of(SEQUENCE, PeriodicEmbedding.of(3, 3))),
            entry("EnsembleDense", LayerSample.with(SEQUENCE, EnsembleDense.of(4)::activation)),
            entry("MemberDense", LayerSample.with(SEQUENCE, MemberDense.of(4)::activation)),
            entry("TemperatureScaling", LayerSample.of(SEQUENCE, TemperatureScaling.of(1.5))),
            entry("MemberAverage", LayerSample.of(SEQUENCE, new MemberAverage())),
            entry(
                    "TimeDistributed",
                    LayerSample.with(
                            SEQUENCE,
                            activation -> TimeDistributed.of(Dense.of(4).activation(activation)))));

    private LayerSamples() {}
}
