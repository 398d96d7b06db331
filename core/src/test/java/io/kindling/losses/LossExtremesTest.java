package io.kindling.losses;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.activations.Sigmoid;
import io.kindling.activations.Softmax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cross-entropies stay finite for logits and probabilities as extreme as they get. */
class LossExtremesTest {
    private static final float[] LOGITS = {1e4f, -1e4f, 0f, -1e4f, 1e4f, 1e4f, -1e4f, -1e4f, -1e4f};

    @Test
    void categoricalOfLogits() {
        Loss fused = CategoricalCrossentropy.of().fusedWith(new Softmax()).orElseThrow();
        for (int hit = 0; hit < 3; hit++) {
            float[] target = new float[9];
            target[hit] = target[3 + hit] = target[6 + hit] = 1f;
            assertFinite(fused, target, LOGITS, 3);
        }
    }

    @Test
    void sparseCategoricalOfLogits() {
        Loss fused = SparseCategoricalCrossentropy.of().fusedWith(new Softmax()).orElseThrow();
        for (int hit = 0; hit < 3; hit++) {
            assertFinite(fused, new float[] {hit, hit, hit}, LOGITS, 3);
        }
    }

    @Test
    void binaryOfLogits() {
        Loss fused = BinaryCrossentropy.of().fusedWith(new Sigmoid()).orElseThrow();
        assertFinite(fused, new float[] {0, 0, 0, 1, 1, 1, 0, 1, 0}, LOGITS, 9);
        assertFinite(fused, new float[] {1, 1, 1, 0, 0, 0, 1, 0, 1}, LOGITS, 9);
    }

    @Test
    void missedByTenThousandCostsTenThousand() {
        Loss fused = CategoricalCrossentropy.of().fusedWith(new Softmax()).orElseThrow();
        float[] gradient = new float[2];
        double loss = fused.evaluate(new float[] {0, 1}, null, new float[] {1e4f, 0}, gradient, 1, 2);
        assertThat(loss).isEqualTo(1e4);
        assertThat(gradient).containsExactly(1f, -1f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "categorical_crossentropy",
                "binary_crossentropy",
                "categorical_crossentropy(label_smoothing=0.1)"
            })
    void certainProbabilities(String loss) {
        float[] certain = {0, 1, 0, 0, 0, 1};
        assertFinite(Loss.of(loss), new float[] {1, 0, 0, 0, 0, 1}, certain, 2);
    }

    @Test
    void sparseCertainProbabilities() {
        float[] certain = {0, 1, 0, 0, 0, 1};
        assertFinite(SparseCategoricalCrossentropy.of(), new float[] {0, 2}, certain, 2);
    }

    private static void assertFinite(Loss loss, float[] target, float[] output, int rows) {
        float[] gradient = new float[output.length];
        double value = loss.evaluate(target, null, output, gradient, rows, output.length / rows);
        assertThat(value).isFinite().isNotNegative();
        for (float derivative : gradient) {
            assertThat(derivative).isFinite();
        }
    }
}
