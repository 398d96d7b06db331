package io.kindling.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.activations.Activation;
import io.kindling.activations.CustomActivation;
import io.kindling.layers.Layer;
import io.kindling.layers.activations.ReLU;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.normalization.BatchNormalization;
import io.kindling.layers.regularization.AlphaDropout;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.losses.Loss;
import io.kindling.models.Sequential;
import io.kindling.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that breaks the guide is told so once, and one that follows it is left in peace. */
class NetworkWarningsTest {
    private static final LabelFacts CLASSES = LabelFacts.ofClasses();
    private static final LabelFacts SIGNED = LabelFacts.ofNumbers(-0.1);
    private static final LabelFacts UNSIGNED = LabelFacts.ofNumbers(0);

    private static List<String> warnings(String loss, LabelFacts labels, Layer... layers) {
        return ActivationGuide.warnings(
                Sequential.of(layers).withInput(Shape.of(6)).plan(), Loss.of(loss), labels);
    }

    private static Dense selu(int units) {
        return Dense.of(units).activation("selu").kernelInitializer("lecun_normal");
    }

    @Test
    void softmaxWithBinaryCrossentropy() {
        Dense softmax = Dense.of(3).activation("softmax");
        assertThat(warnings("binary_crossentropy", CLASSES, Dense.of(4).activation("relu"), softmax))
                .containsExactly("Layer 2, 'dense_1' (Dense): softmax makes classes exclude each other, but"
                        + " binary_crossentropy judges every class by itself; usual with softmax is"
                        + " sparse_categorical_crossentropy.");
        assertThat(warnings("binary_focal_crossentropy", CLASSES, softmax)).hasSize(1);
        assertThat(warnings("sparse_categorical_crossentropy", CLASSES, softmax))
                .isEmpty();
    }

    @Test
    void sigmoidsOverExclusiveClasses() {
        assertThat(warnings("binary_crossentropy", CLASSES, Dense.of(3).activation("sigmoid")))
                .containsExactly("Layer 1, 'dense' (Dense): 3 sigmoid outputs answer yes or no each by itself, but the"
                        + " classes of the labels exclude each other; usual is softmax with"
                        + " sparse_categorical_crossentropy.");
        assertThat(warnings("binary_crossentropy", CLASSES, Dense.of(2).activation("sigmoid")))
                .isEmpty();
        assertThat(warnings("binary_crossentropy", CLASSES, Dense.of(1).activation("sigmoid")))
                .isEmpty();
        assertThat(warnings("binary_crossentropy", UNSIGNED, Dense.of(3).activation("sigmoid")))
                .isEmpty();
    }

    @Test
    void anOutputThatCannotReachTheLabels() {
        assertThat(warnings("mse", SIGNED, Dense.of(1), ReLU.of()))
                .containsExactly("Layer 2, 're_lu' (ReLU): relu never gives a number below zero, but some labels are;"
                        + " usual is a linear output.");
        assertThat(warnings("mse", UNSIGNED, Dense.of(1), ReLU.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "relu6", "softplus", "exponential", "sigmoid", "squareplus", "sparsemax"})
    void activationsThatAreNeverNegative(String activation) {
        assertThat(warnings("mse", SIGNED, Dense.of(2).activation(activation))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "tanh", "leaky_relu", "elu", "silu", "gelu", "glu", "relu(negative_slope=0.1)"})
    void activationsThatReachBelowZero(String activation) {
        assertThat(warnings("mse", SIGNED, Dense.of(2).activation(activation))).isEmpty();
    }

    @Test
    void aUsersOwnActivationIsTried() {
        Activation expression =
                CustomActivation.of("square", (sd, x) -> sd.math().square(x));
        Activation code = CustomActivation.register(
                "square",
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = x[i] * x[i];
                    }
                },
                (x, y, dy, dx, n) -> {
                    for (int i = 0; i < n; i++) {
                        dx[i] = 2 * x[i] * dy[i];
                    }
                });
        for (Activation square : List.of(expression, code)) {
            assertThat(warnings("mse", SIGNED, Dense.of(1).activation(square)))
                    .singleElement()
                    .asString()
                    .contains("square never gives a number below zero");
        }
    }

    @Test
    void seluWithOrdinaryDropout() {
        String expected = "Layer 2, 'dropout' (Dropout): ordinary dropout after selu changes the mean and variance"
                + " that selu keeps; usual is AlphaDropout.";
        assertThat(warnings("mse", SIGNED, selu(4), Dropout.of(0.1), Dense.of(1)))
                .containsExactly(expected);
        assertThat(warnings("mse", SIGNED, selu(4), AlphaDropout.of(0.1), Dense.of(1)))
                .isEmpty();
        assertThat(warnings("mse", SIGNED, selu(4), Dropout.of(0), Dense.of(1))).isEmpty();
        assertThat(warnings("mse", SIGNED, selu(4), Dense.of(4).activation("relu"), Dropout.of(0.1), Dense.of(1)))
                .isEmpty();
        assertThat(warnings("mse", SIGNED, selu(4), Dense.of(4), Dropout.of(0.1), Dense.of(1)))
                .isEmpty();
        assertThat(warnings("mse", SIGNED, selu(4), new Flatten(), Dropout.of(0.1), Dense.of(1)))
                .singleElement()
                .asString()
                .startsWith("Layer 3, 'dropout'");
    }

    @Test
    void seluWithOtherInitialWeights() {
        String expected = "Layer 1, 'dense' (Dense): selu keeps mean 0 and variance 1 only with weights made for it,"
                + " but the kernel starts with glorot_uniform; usual is lecun_normal.";
        assertThat(warnings("mse", SIGNED, Dense.of(4).activation("selu"), Dense.of(1)))
                .containsExactly(expected);
        assertThat(warnings("mse", SIGNED, Dense.of(4), ActivationLayer.of("selu"), Dense.of(1)))
                .containsExactly(expected);
        assertThat(warnings("mse", SIGNED, selu(4), selu(4), Dense.of(1))).isEmpty();
        assertThat(warnings(
                        "mse", SIGNED, Dense.of(4).kernelInitializer("variance_scaling"), ActivationLayer.of("selu")))
                .isEmpty();
        assertThat(warnings("mse", SIGNED, Dense.of(4), BatchNormalization.of(), ActivationLayer.of("selu")))
                .isEmpty();
    }

    @Test
    void severalMistakesAreToldInOrder() {
        assertThat(warnings(
                        "mse",
                        SIGNED,
                        Dense.of(4).activation("selu"),
                        Dropout.of(0.1),
                        Dense.of(4).activation("selu"),
                        Dense.of(1).activation("relu")))
                .extracting(warning -> warning.substring(0, 7))
                .containsExactly("Layer 1", "Layer 2", "Layer 3", "Layer 4");
    }
}
