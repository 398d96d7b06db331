package io.kindling.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        Loss overLogits = CategoricalCrossentropy.of().overLogits(new Softmax()).orElseThrow();
        for (int hit = 0; hit < 3; hit++) {
            float[] target = new float[9];
            target[hit] = target[3 + hit] = target[6 + hit] = 1f;
            assertFinite(overLogits, target, LOGITS, 3);
        }
    }

    @Test
    void sparseCategoricalOfLogits() {
        Loss overLogits =
                SparseCategoricalCrossentropy.of().overLogits(new Softmax()).orElseThrow();
        for (int hit = 0; hit < 3; hit++) {
            assertFinite(overLogits, new float[] {hit, hit, hit}, LOGITS, 3);
        }
    }

    @Test
    void binaryOfLogits() {
        Loss overLogits = BinaryCrossentropy.of().overLogits(new Sigmoid()).orElseThrow();
        assertFinite(overLogits, new float[] {0, 0, 0, 1, 1, 1, 0, 1, 0}, LOGITS, 9);
        assertFinite(overLogits, new float[] {1, 1, 1, 0, 0, 0, 1, 0, 1}, LOGITS, 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0.5", "0"})
    void focalOfLogits(String gamma) {
        Loss categorical = Loss.of("categorical_focal_crossentropy(from_logits=True, gamma=" + gamma + ")");
        for (int hit = 0; hit < 3; hit++) {
            float[] target = new float[9];
            target[hit] = target[3 + hit] = target[6 + hit] = 1f;
            assertFinite(categorical, target, LOGITS, 3);
        }
        Loss binary = Loss.of("binary_focal_crossentropy(from_logits=True, gamma=" + gamma + ")");
        assertFinite(binary, new float[] {0, 0, 0, 1, 1, 1, 0, 1, 0}, LOGITS, 9);
        assertFinite(binary, new float[] {1, 1, 1, 0, 0, 0, 1, 0, 1}, LOGITS, 9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mean_squared_error",
                "mean_absolute_error",
                "mean_absolute_percentage_error",
                "mean_squared_logarithmic_error",
                "huber",
                "log_cosh",
                "kl_divergence",
                "hinge",
                "squared_hinge",
                "categorical_hinge"
            })
    void lossesOfAnyOutputAreFinite(String loss) {
        float[] output = {1e4f, -1e4f, 0f, -0f, 1e-40f, -1e-40f};
        assertFinite(Loss.of(loss), new float[] {1, 0, 1, 0, 0, 1}, output, 3);
        assertFinite(Loss.of(loss), new float[] {0, 1, 0, 1, 1, 0}, output, 3);
    }

    @Test
    void cosineSimilarityIsFiniteForAnyLength() {
        float[] output = {1e4f, -1e4f, 0f, 0f, 1e-20f, -1e-20f};
        float[] gradient = new float[6];
        double value = new CosineSimilarity()
                .valueAndGradient(new float[] {1, 0, 0, 1, 0, 0}, Ones.of(3), output, gradient, 3, 2);
        assertThat(value).isCloseTo(-Math.sqrt(0.5), within(1e-6));
        for (float derivative : gradient) {
            assertThat(derivative).isFinite();
        }
    }

    @Test
    void crossentropyOfLogitsIsExactAtTenThousand() {
        Loss overLogits = CategoricalCrossentropy.of().overLogits(new Softmax()).orElseThrow();
        float[] gradient = new float[2];
        double loss =
                overLogits.valueAndGradient(new float[] {0, 1}, Ones.of(1), new float[] {1e4f, 0}, gradient, 1, 2);
        assertThat(loss).isEqualTo(1e4);
        assertThat(gradient).containsExactly(1f, -1f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "categorical_crossentropy",
                "binary_crossentropy",
                "categorical_crossentropy(label_smoothing=0.1)",
                "binary_focal_crossentropy",
                "binary_focal_crossentropy(gamma=0.5)",
                "binary_focal_crossentropy(gamma=0)",
                "categorical_focal_crossentropy",
                "categorical_focal_crossentropy(gamma=0.5)",
                "categorical_focal_crossentropy(gamma=0)",
                "kl_divergence",
                "poisson"
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
        double value = loss.valueAndGradient(target, Ones.of(rows), output, gradient, rows, output.length / rows);
        assertThat(value).isFinite().isNotNegative();
        assertThat(loss.value(target, Ones.of(rows), output, rows, output.length / rows))
                .isEqualTo(value);
        for (float derivative : gradient) {
            assertThat(derivative).isFinite();
        }
    }
}
