package io.kindling.layers.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.activations.Activation;
import io.kindling.initializers.Initializer;
import io.kindling.layers.BoundParts;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerGradients;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.WeightVector;
import io.kindling.layers.convolutional.Conv1D;
import io.kindling.layers.convolutional.Conv2D;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.models.Layers;
import io.kindling.registry.RecordCodec;
import io.kindling.registry.Strictness;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers around layers, beyond Keras' case: every merge, single outputs, JSON inside JSON, refusals. */
class WrappersTest {
    private static final Shape INPUT = Shape.of(5, 2);
    private static final RecordCodec CODEC = new RecordCodec(
            List.of(Layers.registry(), Activation.registry(), Initializer.registry(), Regularizer.registry()));

    static Stream<Layer> layers() {
        Stream<Layer> bidirectional = Arrays.stream(MergeMode.values())
                .flatMap(mode -> Stream.of(LSTM.of(3).returnSequences(true), GRU.of(3), SimpleRNN.of(2))
                        .map(layer -> Bidirectional.of(layer).mergeMode(mode)));
        Stream<Layer> others = Stream.of(
                Bidirectional.of(GRU.of(2).returnSequences(true).goBackwards(true)),
                TimeDistributed.of(Dense.of(3).activation("tanh")));
        return Stream.concat(bidirectional, others);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientIsTheDerivative(Layer layer) {
        LayerGradients.check(layer, INPUT);
    }

    @Test
    void gradientOfConvolutionsOfEveryStepIsTheDerivative() {
        LayerGradients.check(TimeDistributed.of(Conv2D.of(2, 2)), Shape.of(3, 3, 4, 2));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void readsBackItsJson(Layer layer) {
        assertThat(CODEC.read(Layer.class, CODEC.write(layer), Strictness.COMPLETE))
                .isEqualTo(layer);
    }

    @Test
    void readsAsKerasWrites() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree("{\"class_name\": \"Bidirectional\", \"config\": {\"layer\":"
                        + " {\"class_name\": \"LSTM\", \"config\": {\"units\": 4}}, \"merge_mode\": \"ave\"}}");
        assertThat(CODEC.read(Layer.class, json, Strictness.DEFAULTS))
                .isEqualTo(Bidirectional.of(LSTM.of(4)).mergeMode(MergeMode.AVE));
    }

    @ParameterizedTest
    @EnumSource(MergeMode.class)
    void onlyConcatDoublesTheColumns(MergeMode mode) {
        int columns = mode == MergeMode.CONCAT ? 6 : 3;
        Bidirectional layer = Bidirectional.of(LSTM.of(3)).mergeMode(mode);
        assertThat(layer.outputShape(INPUT)).isEqualTo(Shape.of(columns));
        Bidirectional sequences =
                Bidirectional.of(LSTM.of(3).returnSequences(true)).mergeMode(mode);
        assertThat(sequences.outputShape(INPUT)).isEqualTo(Shape.of(5, columns));
    }

    @Test
    void weightsHaveNamesOfTheirOwn() {
        assertThat(Bidirectional.of(GRU.of(3).useBias(false)).weights(INPUT))
                .extracting(WeightSpec::name)
                .containsExactly(
                        "forward_kernel", "forward_recurrent_kernel", "backward_kernel", "backward_recurrent_kernel");
    }

    /** On a single step with the same weights only dropout can tell the two directions apart. */
    @Test
    void eachDirectionDropsItsOwn() {
        int features = 50;
        Shape one = Shape.of(1, features);
        Layer layer = Bidirectional.of(SimpleRNN.of(1).dropout(0.5).useBias(false));
        WeightVector vector = new WeightVector(2 * features + 2, true);
        float[] half = LayerGradients.gaussian(features + 1, 5);
        System.arraycopy(half, 0, vector.values(), 0, half.length);
        System.arraycopy(half, 0, vector.values(), half.length, half.length);
        vector.changed();
        List<WeightSlice> slices = new ArrayList<>();
        int offset = 0;
        for (WeightSpec spec : layer.weights(List.of(one))) {
            slices.add(new WeightSlice(spec, vector, offset));
            offset += spec.shape().size();
        }
        float[] x = new float[features];
        Arrays.fill(x, 0.1f);
        try (BoundParts bound = BoundParts.of(layer, one, 1, slices)) {
            float[] y = bound.forward(x, 1);
            assertThat(y[0]).isEqualTo(y[1]);
            y = bound.forward(x, 1, 1);
            assertThat(y[0]).isNotEqualTo(y[1]);
        }
    }

    @Test
    void everyStepGoesThroughTheSameLayer() {
        Layer layer = TimeDistributed.of(Conv1D.of(3, 2).activation("softmax"));
        assertThat(layer.outputShape(List.of(Shape.of(7, 5, 2)))).isEqualTo(Shape.of(7, 4, 3));
        assertThat(layer.weights(List.of(Shape.of(7, 5, 2))))
                .extracting(WeightSpec::shape)
                .containsExactly(Shape.of(2, 2, 3), Shape.of(3));
        assertThat(layer.outputActivation()).isEqualTo(Activation.of("softmax"));
        assertThat(layer.parts()).containsExactly(TimeDistributed.of(Conv1D.of(3, 2)), ActivationLayer.of("softmax"));
    }

    @Test
    void saysWhatItNeeds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bidirectional.of(new Flatten()))
                .withMessage(
                        "Bidirectional needs a layer that is an LSTM, a GRU or a SimpleRNN." + " Received: Flatten[].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bidirectional.of(LSTM.of(1)).outputShape(Shape.of(4)))
                .withMessage("It needs sequences of shape (steps, features). Received: (4,).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeDistributed.of(Dense.of(1)).outputShape(Shape.of(4)))
                .withMessageEndingWith("with at least one axis more. Received: (4,).");
        assertThatNullPointerException().isThrownBy(() -> TimeDistributed.of(null));
    }
}
