package io.kindling.dl4j;

import static java.util.Map.entry;

import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.activations.ELU;
import io.kindling.layers.activations.LeakyReLU;
import io.kindling.layers.activations.PReLU;
import io.kindling.layers.activations.ReLU;
import io.kindling.layers.activations.Softmax;
import io.kindling.layers.attention.PositionEmbedding;
import io.kindling.layers.attention.SinePositionEncoding;
import io.kindling.layers.convolutional.Conv1D;
import io.kindling.layers.convolutional.Conv2D;
import io.kindling.layers.convolutional.Padding;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.core.Embedding;
import io.kindling.layers.core.Masking;
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
import io.kindling.layers.recurrent.MergeMode;
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
import io.kindling.models.Sequential;
import io.kindling.regularizers.L1L2;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What stands for each layer in the comparison with DL4J. */
final class LayerCases {
    private static final Shape VECTOR = Shape.of(4);
    private static final Shape SEQUENCE = Shape.of(7, 3);
    private static final Shape IMAGE = Shape.of(6, 7, 2);
    private static final Shape CLIP = Shape.of(3, 4, 5, 2);

    /** What stands for each layer that has a counterpart, by the shape it is given. */
    static final Map<String, List<Case>> COMPARED = Map.ofEntries(
            entry("InputLayer", of(VECTOR, new Flatten())),
            entry(
                    "Dense",
                    all(
                            of(
                                    VECTOR,
                                    Dense.of(4),
                                    Dense.of(4).useBias(false).activation("tanh"),
                                    Dense.of(4).kernelRegularizer("l2(0.1)").biasRegularizer(new L1L2(0.1, 0.2)),
                                    Dense.of(4).kernelRegularizer("l1(0.1)")),
                            of(SEQUENCE, Dense.of(4).activation("softmax")),
                            of(IMAGE, Dense.of(4).activation("sigmoid")))),
            entry("Activation", of(VECTOR, ActivationLayer.of("tanh"))),
            entry(
                    "ReLU",
                    all(
                            of(VECTOR, ReLU.of(), new ReLU(null, 0.1, 0), new ReLU(0.5, 0, 0), new ReLU(0.5, 0.1, 0.2)),
                            of(IMAGE, ReLU.of()))),
            entry("LeakyReLU", of(VECTOR, LeakyReLU.of())),
            entry("ELU", of(VECTOR, ELU.of())),
            entry("Softmax", all(of(VECTOR, new Softmax()), of(SEQUENCE, new Softmax()))),
            entry(
                    "PReLU",
                    all(
                            of(VECTOR, PReLU.of()),
                            of(SEQUENCE, PReLU.of(), PReLU.of().sharedAxes(1)),
                            of(Shape.of(3, 2, 2), PReLU.of(), PReLU.of().sharedAxes(1, 2)))),
            entry(
                    "BatchNormalization",
                    all(
                            of(
                                    VECTOR,
                                    BatchNormalization.of(),
                                    BatchNormalization.of().momentum(0.8).epsilon(0.1),
                                    BatchNormalization.of().center(false).scale(false)),
                            of(SEQUENCE, BatchNormalization.of()),
                            of(IMAGE, BatchNormalization.of()))),
            // Switched off: the others draw random numbers, which DropoutSecondOpinionTest looks at.
            entry("Dropout", of(VECTOR, Dropout.of(0))),
            entry("AlphaDropout", of(VECTOR, AlphaDropout.of(0))),
            entry("GaussianDropout", of(VECTOR, GaussianDropout.of(0))),
            entry("GaussianNoise", of(VECTOR, GaussianNoise.of(0))),
            entry("SpatialDropout1D", of(SEQUENCE, SpatialDropout1D.of(0))),
            entry("Flatten", all(of(SEQUENCE, new Flatten()), of(IMAGE, new Flatten()))),
            entry("Reshape", all(of(VECTOR, Reshape.of(2, 2)), of(IMAGE, Reshape.of(12, 7)))),
            entry("Permute", all(of(SEQUENCE, Permute.of(2, 1)), of(IMAGE, Permute.of(3, 1, 2)))),
            entry("RepeatVector", of(VECTOR, RepeatVector.of(3))),
            entry(
                    "LSTM",
                    of(
                            SEQUENCE,
                            LSTM.of(3),
                            LSTM.of(3).returnSequences(true),
                            LSTM.of(3).activation("softsign").recurrentActivation("hard_tanh"))),
            entry(
                    "SimpleRNN",
                    of(
                            SEQUENCE,
                            SimpleRNN.of(3),
                            SimpleRNN.of(3).returnSequences(true),
                            SimpleRNN.of(3).activation("softsign"))),
            entry("Bidirectional", bidirectional()),
            entry(
                    "TimeDistributed",
                    all(
                            of(SEQUENCE, TimeDistributed.of(Dense.of(4).activation("softmax"))),
                            of(
                                    CLIP,
                                    TimeDistributed.of(Conv2D.of(3, 2)),
                                    TimeDistributed.of(new GlobalMaxPooling2D())))),
            entry("Embedding", List.of(new Case(SEQUENCE, Embedding.of(5, 3), true))),
            entry("Conv1D", convolutions1D()),
            entry("Conv2D", convolutions2D()),
            entry(
                    "MaxPooling1D",
                    padded(
                            SEQUENCE,
                            padding -> MaxPooling1D.of(2).padding(padding),
                            padding -> MaxPooling1D.of(3).strides(2).padding(padding))),
            entry(
                    "MaxPooling2D",
                    padded(
                            IMAGE,
                            padding -> MaxPooling2D.of(2, 3).padding(padding),
                            padding -> MaxPooling2D.of(3).strides(2).padding(padding))),
            entry(
                    "AveragePooling1D",
                    padded(
                            SEQUENCE,
                            padding -> AveragePooling1D.of(2).padding(padding),
                            padding -> AveragePooling1D.of(3).strides(2).padding(padding))),
            entry(
                    "AveragePooling2D",
                    padded(
                            IMAGE,
                            padding -> AveragePooling2D.of(2, 3).padding(padding),
                            padding -> AveragePooling2D.of(3).strides(2).padding(padding))),
            entry("GlobalMaxPooling1D", of(SEQUENCE, new GlobalMaxPooling1D())),
            entry("GlobalMaxPooling2D", of(IMAGE, new GlobalMaxPooling2D())),
            entry("GlobalAveragePooling1D", of(SEQUENCE, new GlobalAveragePooling1D())),
            entry("GlobalAveragePooling2D", of(IMAGE, new GlobalAveragePooling2D())),
            entry("ZeroPadding2D", of(IMAGE, ZeroPadding2D.of(1), ZeroPadding2D.of(1, 0, 2, 1))),
            entry("UpSampling2D", of(IMAGE, UpSampling2D.of(2), UpSampling2D.of(2, 3))));

    /** Layers DL4J has none of. */
    static final Map<String, Case> REFUSED = Map.ofEntries(
            entry("GRU", new Case(SEQUENCE, GRU.of(3), false)),
            entry("Masking", new Case(SEQUENCE, Masking.of(), false)),
            entry("ActivityRegularization", new Case(VECTOR, ActivityRegularization.of(0.1, 0.2), false)),
            entry("LayerNormalization", new Case(VECTOR, LayerNormalization.of(), false)),
            entry("UnitNormalization", new Case(VECTOR, new UnitNormalization(), false)),
            entry("RMSNormalization", new Case(VECTOR, RMSNormalization.of(), false)),
            entry("PositionEmbedding", new Case(SEQUENCE, PositionEmbedding.of(9), false)),
            entry("SinePositionEncoding", new Case(SEQUENCE, SinePositionEncoding.of(), false)),
            entry("Normalization", new Case(VECTOR, Normalization.of(List.of(0.1), List.of(2.0)), false)),
            entry("SelectFeatures", new Case(VECTOR, SelectFeatures.of(2, 0), false)),
            entry(
                    "PiecewiseLinearEncoding",
                    new Case(Shape.of(1), PiecewiseLinearEncoding.of(List.of(List.of(-0.5, 0.1, 0.6))), false)),
            entry("OrderedOutputs", new Case(VECTOR, OrderedOutputs.of(2), false)),
            entry("RobustScaling", new Case(VECTOR, RobustScaling.of(List.of(0.1), List.of(2.0)), false)),
            entry("CategoryEncoding", new Case(VECTOR, CategoryEncoding.of(3, 2, 5, 4), true)),
            entry("PeriodicEmbedding", new Case(VECTOR, PeriodicEmbedding.of(3, 3), false)),
            entry("EnsembleDense", new Case(SEQUENCE, EnsembleDense.of(3), false)),
            entry("MemberDense", new Case(SEQUENCE, MemberDense.of(3), false)),
            entry("TemperatureScaling", new Case(VECTOR, TemperatureScaling.of(1.5), false)),
            entry("MemberAverage", new Case(SEQUENCE, new MemberAverage(), false)));

    private LayerCases() {}

    /**
     * A layer in a network where others mix all numbers before and after it.
     *
     * @param first whether nothing comes before it, and the input is whole numbers
     */
    record Case(Shape input, Layer layer, boolean first) {

        Sequential network() {
            List<Layer> layers = new ArrayList<>(List.of(Input.of(input)));
            if (!first) {
                layers.add(Dense.of(input.last()).activation("tanh"));
            }
            layers.addAll(List.of(layer, new Flatten(), Dense.of(3)));
            return new Sequential(layers);
        }

        @Override
        public String toString() {
            return layer + " on " + input;
        }
    }

    private static List<Case> of(Shape input, Layer... layers) {
        return Stream.of(layers).map(layer -> new Case(input, layer, false)).toList();
    }

    @SafeVarargs
    private static List<Case> all(List<Case>... parts) {
        List<Case> cases = new ArrayList<>();
        for (List<Case> part : parts) {
            cases.addAll(part);
        }
        return cases;
    }

    @SafeVarargs
    private static List<Case> padded(Shape input, Function<Padding, Layer>... layers) {
        List<Case> cases = new ArrayList<>();
        for (Function<Padding, Layer> layer : layers) {
            cases.add(new Case(input, layer.apply(Padding.VALID), false));
            cases.add(new Case(input, layer.apply(Padding.SAME), false));
        }
        return cases;
    }

    private static List<Case> convolutions1D() {
        return all(
                padded(
                        SEQUENCE,
                        padding -> Conv1D.of(4, 3).padding(padding).activation("tanh"),
                        padding -> Conv1D.of(4, 2).padding(padding).strides(2).useBias(false),
                        padding ->
                                Conv1D.of(4, 2).padding(padding).dilationRate(2).activation("softmax")),
                of(
                        SEQUENCE,
                        Conv1D.of(4, 3).padding(Padding.CAUSAL),
                        Conv1D.of(4, 2).padding(Padding.CAUSAL).dilationRate(3)));
    }

    private static List<Case> convolutions2D() {
        return padded(
                IMAGE,
                padding -> Conv2D.of(4, 2, 3).padding(padding).activation("tanh"),
                padding -> Conv2D.of(4, 3).padding(padding).strides(2, 1).useBias(false),
                padding -> Conv2D.of(4, 2).padding(padding).dilationRate(2, 3).activation("softmax"));
    }

    private static List<Case> bidirectional() {
        return Stream.of(MergeMode.values())
                .flatMap(mode -> Stream.<Layer>of(
                                LSTM.of(3).returnSequences(true),
                                SimpleRNN.of(3).returnSequences(true))
                        .map(layer -> new Case(SEQUENCE, Bidirectional.of(layer).mergeMode(mode), false)))
                .toList();
    }
}
