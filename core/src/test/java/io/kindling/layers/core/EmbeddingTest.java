package io.kindling.layers.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.layers.BoundParts;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightVector;
import io.kindling.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Embeddings beyond Keras' case: repeated numbers, what is not the number of a row, and the gradient of the input. */
class EmbeddingTest {
    private static final Embedding LAYER = Embedding.of(3, 2);
    private static final Shape INPUT = Shape.of(2);

    private final WeightVector vector = new WeightVector(7, true);

    @Test
    void addsAnAxis() {
        assertThat(LAYER.outputShape(Shape.of(4, 5))).isEqualTo(Shape.of(4, 5, 2));
        assertThat(LAYER.outputShape(Shape.of())).isEqualTo(Shape.of(2));
    }

    @Test
    void aRepeatedNumberGathersItsGradients() {
        try (BoundParts bound = bind(true)) {
            bound.forward(new float[] {2, 0, 2, 2}, 2);
            for (int repeated = 0; repeated < 2; repeated++) {
                float[] dx =
                        bound.gradients(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2).get(0);
                assertThat(vector.gradient()).containsExactly(0, 3, 4, 0, 0, 13, 16);
                assertThat(dx).containsOnly(0f);
                dx[0] = 9;
            }
        }
    }

    @Test
    void hasNoInputGradientUnlessAskedFor() {
        try (BoundParts bound = bind(false)) {
            bound.forward(new float[] {2, 0}, 1);
            assertThat(bound.backward(new float[4], 1)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 3, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, 1e20f})
    void refusesIndicesOutOfRange(float number) {
        try (BoundParts bound = bind(true)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bound.forward(new float[] {0, number}, 1))
                    .withMessage("Embedding needs whole numbers from 0 to 2, as its input_dim is 3. Received: " + number
                            + ".");
        }
    }

    @Test
    void refusesInvalidEmbeddings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Embedding.of(0, 4))
                .withMessage("Embedding needs an input_dim from 1 to 16777216 and a positive output_dim."
                        + " Received: 0 and 4.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Embedding.of(3, 4).maskZero(true).outputShape(Shape.of(2, 2)))
                .withMessage("With mask_zero it needs sequences of numbers, of shape (steps). Received: (2, 2).");
    }

    private BoundParts bind(boolean inputGradient) {
        WeightSlice slice = new WeightSlice(LAYER.weights(INPUT).get(0), vector, 1);
        return new BoundParts(LAYER, List.of(INPUT), 2, List.of(slice), true, inputGradient);
    }
}
