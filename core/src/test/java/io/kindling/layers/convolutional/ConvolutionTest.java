package io.kindling.layers.convolutional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.initializers.Initializer;
import io.kindling.layers.BoundParts;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerGradients;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.WeightVector;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.models.Layers;
import io.kindling.registry.RecordCodec;
import io.kindling.registry.Strictness;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Convolutions beyond Keras' cases: strides with dilation, batches too large for one matrix, JSON and refusals. */
class ConvolutionTest {
    private static final RecordCodec CODEC = new RecordCodec(
            List.of(Layers.registry(), Activation.registry(), Initializer.registry(), Regularizer.registry()));

    static Stream<Conv2D> onImages() {
        return Stream.of(
                Conv2D.of(3, 3, 2).strides(2, 1).dilationRate(1, 2).padding(Padding.SAME),
                Conv2D.of(2, 2).strides(2).dilationRate(2).padding(Padding.SAME).useBias(false),
                Conv2D.of(2, 2, 3).strides(1, 2).dilationRate(2, 1),
                Conv2D.of(4, 2).activation("glu"),
                Conv2D.of(1, 1));
    }

    static Stream<Conv1D> onSequences() {
        return Stream.of(
                Conv1D.of(3, 3).strides(2).dilationRate(2).padding(Padding.SAME),
                Conv1D.of(3, 3).strides(2).dilationRate(2).padding(Padding.CAUSAL),
                Conv1D.of(2, 3).strides(2));
    }

    @ParameterizedTest
    @MethodSource("onImages")
    void gradientOfImagesIsTheDerivative(Layer layer) {
        LayerGradients.check(layer, Shape.of(6, 5, 2));
    }

    @ParameterizedTest
    @MethodSource("onSequences")
    void gradientOfSequencesIsTheDerivative(Layer layer) {
        LayerGradients.check(layer, Shape.of(8, 2));
    }

    @ParameterizedTest
    @MethodSource({"onImages", "onSequences"})
    void readsBackItsJson(Layer layer) {
        assertThat(CODEC.read(Layer.class, CODEC.write(layer), Strictness.COMPLETE))
                .isEqualTo(layer);
    }

    @Test
    void readsOneLengthForBothAxes() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree("{\"class_name\": \"Conv2D\","
                        + " \"config\": {\"filters\": 8, \"kernel_size\": 3, \"padding\": \"same\"}}");
        assertThat(CODEC.read(Layer.class, json, Strictness.DEFAULTS))
                .isEqualTo(Conv2D.of(8, 3, 3).padding(Padding.SAME));
        assertThat(CODEC.write(Conv2D.of(8, 3)).get("config").get("kernel_size"))
                .hasToString("[3,3]");
    }

    /** Windows are laid out for one example at a time, and those of three are kept; each must come out as if alone. */
    @ParameterizedTest
    @ValueSource(ints = {3, 7})
    void aLargeBatchIsTheSumOfItsExamples(int examples) {
        Conv2D layer = Conv2D.of(3, 5).padding(Padding.SAME);
        Shape input = Shape.of(40, 40, 8);
        float[] x = LayerGradients.gaussian(examples * input.size(), 1);
        int outputs = layer.outputShape(List.of(input)).size();
        float[] dy = LayerGradients.gaussian(examples * outputs, 2);
        Run all = Run.of(layer, input, x, dy, examples);
        double[] sum = new double[all.gradient.length];
        for (int i = 0; i < examples; i++) {
            Run one = Run.of(layer, input, part(x, i, input.size()), part(dy, i, outputs), 1);
            assertThat(part(all.y, i, outputs)).containsExactly(one.y, rounding(one.y));
            assertThat(part(all.dx, i, input.size())).containsExactly(one.dx, rounding(one.dx));
            for (int k = 0; k < sum.length; k++) {
                sum[k] += one.gradient[k];
            }
        }
        for (int k = 0; k < sum.length; k++) {
            assertThat(Math.abs(all.gradient[k] - sum[k]) <= 1e-2).isTrue();
        }
    }

    static Stream<Arguments> ofOneChannel() {
        return Stream.of(
                arguments(Conv2D.of(3, 3), Shape.of(28, 28, 1), 3),
                arguments(Conv2D.of(3, 5).padding(Padding.SAME).useBias(false), Shape.of(40, 40, 1), 28),
                arguments(Conv2D.of(2, 3).dilationRate(2).activation("relu"), Shape.of(30, 40, 1), 2),
                arguments(Conv2D.of(2, 3).strides(2, 1).activation("glu"), Shape.of(60, 30, 1), 2),
                arguments(Conv1D.of(4, 5).padding(Padding.CAUSAL), Shape.of(600, 1), 3));
    }

    /** Windows of one channel are laid out by tap, those of two by window; a channel of zeros changes nothing. */
    @ParameterizedTest
    @MethodSource("ofOneChannel")
    void oneChannelIsAsTheFirstOfTwo(Convolution<?> layer, Shape input, int examples) {
        Windows windows = layer.windows(input);
        assertThat(UnfoldedColumns.isQuicker(Patches.byTap(windows), Patches.byWindow(windows)))
                .isTrue();
        float[] x = LayerGradients.gaussian(examples * input.size(), 1);
        float[] dy = LayerGradients.gaussian(
                examples * layer.outputShape(List.of(input)).size(), 2);
        float[] weights = gaussianWeights(layer, input);
        int values = weights.length;
        int filters = layer.filters();
        int kernel = layer.weights(List.of(input)).get(0).shape().size();
        Run one = Run.of(layer, input, x, dy, examples, weights);
        Run two = Run.of(layer, input.withLast(2), spread(x, 1), dy, examples, spreadKernel(weights, kernel, filters));
        assertThat(one.y).containsExactly(two.y, rounding(two.y));
        assertThat(one.dx).containsExactly(everySecond(two.dx, 1, two.dx.length), rounding(two.dx));
        assertThat(Arrays.copyOf(one.gradient, kernel))
                .containsExactly(everySecond(two.gradient, filters, 2 * kernel), rounding(two.gradient));
        assertThat(Arrays.copyOfRange(one.gradient, kernel, values))
                .containsExactly(Arrays.copyOfRange(two.gradient, 2 * kernel, kernel + values), rounding(two.gradient));
    }

    /** Runs of so many values with as many zeros behind each. */
    private static float[] spread(float[] values, int run) {
        float[] spread = new float[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            spread[2 * (i - i % run) + i % run] = values[i];
        }
        return spread;
    }

    private static float[] spreadKernel(float[] weights, int kernel, int filters) {
        float[] spread = spread(weights, filters);
        float[] result = Arrays.copyOf(spread, kernel + weights.length);
        System.arraycopy(weights, kernel, result, 2 * kernel, weights.length - kernel);
        return result;
    }

    /** Of runs of so many values up to an end, the first, third and so on. */
    private static float[] everySecond(float[] values, int run, int end) {
        float[] some = new float[end / 2];
        for (int i = 0; i < some.length; i++) {
            some[i] = values[2 * (i - i % run) + i % run];
        }
        return some;
    }

    /** Sums of more examples may be made in another order: a millionth of the largest number. */
    private static Offset<Float> rounding(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return within(1e-6f * largest);
    }

    private static float[] part(float[] values, int i, int size) {
        return Arrays.copyOfRange(values, i * size, (i + 1) * size);
    }

    private static float[] gaussianWeights(Layer layer, Shape input) {
        int count = layer.weights(List.of(input)).stream()
                .mapToInt(spec -> spec.shape().size())
                .sum();
        return LayerGradients.gaussian(count, 3);
    }

    /** What one forward and backward pass give. */
    private record Run(float[] y, float[] dx, float[] gradient) {

        static Run of(Layer layer, Shape input, float[] x, float[] dy, int rows) {
            return of(layer, input, x, dy, rows, gaussianWeights(layer, input));
        }

        static Run of(Layer layer, Shape input, float[] x, float[] dy, int rows, float[] values) {
            List<WeightSpec> specs = layer.weights(List.of(input));
            WeightVector vector = new WeightVector(values.length, true);
            System.arraycopy(values, 0, vector.values(), 0, values.length);
            vector.changed();
            List<WeightSlice> slices = new ArrayList<>();
            int offset = 0;
            for (WeightSpec spec : specs) {
                slices.add(new WeightSlice(spec, vector, offset));
                offset += spec.shape().size();
            }
            try (BoundParts bound = BoundParts.of(layer, input, rows, slices)) {
                float[] y = bound.forward(x, rows);
                float[] dx = bound.backward(dy, rows);
                return new Run(y, dx, vector.gradient());
            }
        }
    }

    @Test
    void namesItsShapes() {
        assertThat(Conv2D.of(4, 3).outputShape(Shape.of(7, 6, 2))).isEqualTo(Shape.of(5, 4, 4));
        assertThat(Conv2D.of(4, 3).strides(2).padding(Padding.SAME).outputShape(Shape.of(7, 6, 2)))
                .isEqualTo(Shape.of(4, 3, 4));
        assertThat(Conv1D.of(4, 3).dilationRate(2).outputShape(Shape.of(7, 2))).isEqualTo(Shape.of(3, 4));
        assertThat(Conv1D.of(4, 3).padding(Padding.CAUSAL).strides(2).outputShape(Shape.of(7, 2)))
                .isEqualTo(Shape.of(4, 4));
        assertThat(Conv2D.of(4, 3, 2).weights(Shape.of(7, 6, 5)))
                .extracting(WeightSpec::shape)
                .containsExactly(Shape.of(3, 2, 5, 4), Shape.of(4));
    }

    @Test
    void givesItsActivationAway() {
        Conv2D layer = Conv2D.of(4, 3).activation("softmax");
        assertThat(layer.outputActivation()).isEqualTo(Activation.of("softmax"));
        assertThat(layer.parts()).containsExactly(layer.activation(new Linear()), ActivationLayer.of("softmax"));
    }

    @Test
    void saysWhatInputItNeeds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conv2D.of(1, 3).outputShape(Shape.of(28, 28)))
                .withMessage("It needs an input of shape (height, width, channels). Received: (28, 28).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conv1D.of(1, 3).dilationRate(4).outputShape(Shape.of(8, 2)))
                .withMessage("Its windows cover 9 along axis 1, so it needs as many there, or padding \"same\"."
                        + " Received: (8, 2).");
    }

    @Test
    void refusesInvalidConvolutions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conv2D.of(0, 3))
                .withMessage("Conv2D needs a positive number of filters. Received: filters=0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conv2D.of(1))
                .withMessage("Conv2D needs kernel_size of 2 positive lengths, or one for all. Received: [].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conv2D.of(1, 3).padding(Padding.CAUSAL))
                .withMessageContaining("\"valid\" or \"same\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conv1D.of(1, 3).dilationRate(0))
                .withMessage("Conv1D needs dilation_rate of one positive length. Received: [0].");
        assertThatNullPointerException()
                .isThrownBy(() -> Conv1D.of(1, 3).padding(null))
                .withMessageContaining("padding");
    }
}
