package io.kindling.layers.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.layers.BoundParts;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerGradients;
import io.kindling.layers.convolutional.Padding;
import io.kindling.layers.reshaping.UpSampling2D;
import io.kindling.layers.reshaping.ZeroPadding2D;
import io.kindling.models.Layers;
import io.kindling.registry.RecordCodec;
import io.kindling.registry.Strictness;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pooling beyond Keras' cases: overlapping and padded windows, NaN, ties, JSON and refusals. */
class PoolingTest {

    static Stream<Layer> onImages() {
        return Stream.of(
                MaxPooling2D.of(3, 2).strides(2, 1).padding(Padding.SAME),
                MaxPooling2D.of(2).strides(3),
                AveragePooling2D.of(3, 2).strides(1, 2).padding(Padding.SAME),
                AveragePooling2D.of(3).strides(1),
                new GlobalMaxPooling2D(),
                new GlobalAveragePooling2D(),
                ZeroPadding2D.of(1, 0, 2, 3),
                UpSampling2D.of(2, 3));
    }

    static Stream<Layer> onSequences() {
        return Stream.of(
                MaxPooling1D.of(3).strides(2).padding(Padding.SAME),
                AveragePooling1D.of(3).strides(1).padding(Padding.SAME),
                new GlobalMaxPooling1D(),
                new GlobalAveragePooling1D());
    }

    @ParameterizedTest
    @MethodSource("onImages")
    void gradientOfImagesIsTheDerivative(Layer layer) {
        LayerGradients.check(layer, Shape.of(5, 4, 2), farApart(3 * 40));
    }

    @ParameterizedTest
    @MethodSource("onSequences")
    void gradientOfSequencesIsTheDerivative(Layer layer) {
        LayerGradients.check(layer, Shape.of(7, 2), farApart(3 * 14));
    }

    /** All different by more than a step, in no order. */
    private static float[] farApart(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (i * 37 % 121 - 60) / 10f;
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource({"onImages", "onSequences"})
    void readsBackItsJson(Layer layer) {
        RecordCodec codec = new RecordCodec(List.of(Layers.registry()));
        assertThat(codec.read(Layer.class, codec.write(layer), Strictness.COMPLETE))
                .isEqualTo(layer);
    }

    @Test
    void stridesAreTheSizeOfAWindowUnlessGiven() {
        assertThat(MaxPooling2D.of(3, 2).outputShape(Shape.of(9, 8, 5))).isEqualTo(Shape.of(3, 4, 5));
        assertThat(MaxPooling2D.of(2).outputShape(Shape.of(5, 5, 1))).isEqualTo(Shape.of(2, 2, 1));
        assertThat(MaxPooling2D.of(2).padding(Padding.SAME).outputShape(Shape.of(5, 5, 1)))
                .isEqualTo(Shape.of(3, 3, 1));
        assertThat(MaxPooling1D.of(2).strides(1).outputShape(Shape.of(5, 3))).isEqualTo(Shape.of(4, 3));
    }

    @Test
    void paddingIsNeitherAZeroNorCounted() {
        float[] x = {-3, -1, -2};
        assertThat(run(MaxPooling1D.of(2).padding(Padding.SAME), Shape.of(3, 1), x))
                .containsExactly(-1, -2);
        assertThat(run(AveragePooling1D.of(2).padding(Padding.SAME), Shape.of(3, 1), x))
                .containsExactly(-2, -2);
    }

    @Test
    void keepsNaNWithinItsWindow() {
        for (int place = 0; place < 3; place++) {
            float[] x = {1, 5, 2, 4, 3, 6};
            x[place] = Float.NaN;
            assertThat(run(MaxPooling1D.of(3), Shape.of(6, 1), x)).containsExactly(Float.NaN, 6);
            assertThat(run(AveragePooling1D.of(3), Shape.of(6, 1), x)[0]).isNaN();
        }
    }

    @Test
    void theFirstOfEqualsTakesTheGradient() {
        try (BoundParts bound = BoundParts.of(MaxPooling1D.of(4), Shape.of(4, 1), 1, List.of())) {
            bound.forward(new float[] {1, 2, 2, 0}, 1);
            assertThat(bound.backward(new float[] {7}, 1)).containsExactly(0, 7, 0, 0);
        }
    }

    @Test
    void saysWhatInputItNeeds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaxPooling2D.of(2).outputShape(Shape.of(4, 4)))
                .withMessage("It needs an input of shape (height, width, channels). Received: (4, 4).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GlobalAveragePooling1D().outputShape(Shape.of(4)))
                .withMessage("It needs an input of shape (steps, channels). Received: (4,).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AveragePooling2D.of(2, 5).outputShape(Shape.of(4, 4, 1)))
                .withMessage("Its windows cover 5 along axis 2, so it needs as many there, or padding \"same\"."
                        + " Received: (4, 4, 1).");
    }

    @Test
    void refusesInvalidPools() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaxPooling2D.of(2, 2, 2))
                .withMessage("MaxPooling2D needs pool_size of 2 positive lengths, or one for all."
                        + " Received: [2, 2, 2].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AveragePooling1D.of(2).strides(0))
                .withMessage("AveragePooling1D needs strides of one positive length. Received: [0].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaxPooling1D.of(2).padding(Padding.CAUSAL))
                .withMessageContaining("\"valid\" or \"same\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZeroPadding2D.of(-1))
                .withMessageContaining("not negative. Received: [[-1, -1], [-1, -1]].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpSampling2D.of(0))
                .withMessageContaining("Received: [0].");
    }

    private static float[] run(Layer layer, Shape input, float[] x) {
        try (BoundParts bound = new BoundParts(layer, List.of(input), 1, List.of(), false)) {
            return bound.forward(x, 1);
        }
    }
}
