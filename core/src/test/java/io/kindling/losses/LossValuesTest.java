package io.kindling.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindling.activations.Sigmoid;
import io.kindling.activations.Softmax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reference files do not show: options, other ways to write targets, names, fields that cannot be. */
class LossValuesTest {
    private static final float[] TARGET = {1, 0, 0, 0, 0.3f, 0.7f};
    private static final float[] PROBABILITIES = {0.6f, 0.3f, 0.1f, 0.2f, 0.5f, 0.3f};
    private static final float[] LOGITS = {2, -1, 0.5f, -0.3f, 0.8f, 0};

    /** The values of Keras 3.15. */
    @ParameterizedTest
    @CsvSource({
        "'binary_focal_crossentropy(True, 0.3, 1.5, label_smoothing=0.1)', 0.07270604",
        "'binary_focal_crossentropy(True, 0.3, 1.5, True, label_smoothing=0.1)', 0.1317754",
        "'binary_focal_crossentropy(gamma=0)', 0.4731559",
        "'binary_focal_crossentropy(gamma=0.5)', 0.31083447",
        "'categorical_focal_crossentropy(0.3, 1.5, label_smoothing=0.1)', 0.11851578",
        "'categorical_focal_crossentropy(0.3, 1.5, True, label_smoothing=0.1)', 0.12760597"
    })
    void focalLossesAgreeWithKeras(String text, double mean) {
        Loss loss = Loss.of(text);
        float[] output = text.contains("True, label") ? LOGITS : PROBABILITIES;
        double sum = loss.value(TARGET, Ones.of(2), output, 2, 3);
        assertThat(sum / 2).isCloseTo(mean, within(3e-7));
    }

    @Test
    void focalLossWithGammaZeroIsCrossEntropy() {
        double focal = Loss.of("categorical_focal_crossentropy(alpha=0.5, gamma=0)")
                .value(TARGET, Ones.of(2), PROBABILITIES, 2, 3);
        double plain = CategoricalCrossentropy.of().value(TARGET, Ones.of(2), PROBABILITIES, 2, 3);
        assertThat(focal).isCloseTo(plain / 2, within(1e-6));
    }

    @Test
    void focalLossesTakeTheirActivationOver() {
        assertThat(BinaryFocalCrossentropy.of().overLogits(new Sigmoid()))
                .contains(Loss.of("binary_focal_crossentropy(from_logits=True)"));
        assertThat(CategoricalFocalCrossentropy.of().overLogits(new Softmax()))
                .contains(Loss.of("categorical_focal_crossentropy(from_logits=True)"));
        assertThat(BinaryFocalCrossentropy.of().overLogits(new Softmax())).isEmpty();
        assertThat(Loss.of("categorical_focal_crossentropy(from_logits=True)").overLogits(new Softmax()))
                .isEmpty();
    }

    /** As Keras does for a mini-batch of zeros and ones. */
    @ParameterizedTest
    @CsvSource({"hinge, 0.4", "squared_hinge, 0.29666666"})
    void hingeTakesZeroForMinusOne(String text, double mean) {
        float[] signs = {1, -1, 1, -1, 1, -1};
        float[] zeros = {1, 0, 1, 0, 1, 0};
        float[] gradient = new float[6];
        float[] same = new float[6];
        Loss loss = Loss.of(text);
        assertThat(loss.valueAndGradient(zeros, Ones.of(2), LOGITS, gradient, 2, 3) / 2)
                .isCloseTo(mean, within(1e-6));
        assertThat(loss.valueAndGradient(signs, Ones.of(2), LOGITS, same, 2, 3) / 2)
                .isCloseTo(mean, within(1e-6));
        assertThat(same).isEqualTo(gradient);
    }

    @Test
    void poissonOfANegativeRateIsNaN() {
        assertThat(new Poisson().value(new float[] {1}, Ones.of(1), new float[] {-1}, 1, 1))
                .isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "bce, binary_crossentropy",
        "kld, kl_divergence",
        "KLDivergence, kl_divergence",
        "kullback_leibler_divergence, kl_divergence",
        "mape, mean_absolute_percentage_error",
        "MSLE, mean_squared_logarithmic_error",
        "logcosh, log_cosh",
        "CosineSimilarity, cosine_similarity",
        "BinaryFocalCrossentropy, binary_focal_crossentropy"
    })
    void understandsKerasOtherNames(String other, String name) {
        assertThat(Loss.of(other)).isEqualTo(Loss.of(name));
        assertThat(Loss.registry().nameOf(Loss.of(other))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            binary_focal_crossentropy(alpha=2)      | binary_focal_crossentropy needs an alpha in [0, 1]. Received: 2.0.
            categorical_focal_crossentropy(0.5, -1) | categorical_focal_crossentropy needs a gamma of at least 0. \
            Received: -1.0.
            categorical_focal_crossentropy(label_smoothing=1) | categorical_focal_crossentropy needs a \
            label_smoothing in [0, 1). Received: 1.0.
            """)
    void refusesInvalidFields(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Loss.of(text)).withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"categorical_hinge, hinge", "categorical_focal_crossentropy, binary_focal_crossentropy"})
    void refusesASingleClass(String text, String instead) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Loss.of(text).requireOutputs(1))
                .withMessageStartingWith(text + " needs one output per class, at least 2. The network has 1; ")
                .withMessageEndingWith(" use " + instead + ".");
        Loss.of(text).requireOutputs(2);
    }
}
