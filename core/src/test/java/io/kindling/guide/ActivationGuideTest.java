package io.kindling.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.activations.Activation;
import io.kindling.initializers.Initializer;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.losses.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide gives the textbook's answers, as things that exist. */
class ActivationGuideTest {

    @ParameterizedTest
    @CsvSource({
        "BINARY, sigmoid, glorot_uniform, binary_crossentropy",
        "MULTI_CLASS, softmax, glorot_uniform, sparse_categorical_crossentropy",
        "MULTI_LABEL, sigmoid, glorot_uniform, binary_crossentropy",
        "REGRESSION, linear, glorot_uniform, mean_squared_error",
        "POSITIVE_REGRESSION, softplus, glorot_uniform, mean_squared_error"
    })
    void outputs(OutputTask task, String activation, String initializer, String loss) {
        Advice advice = ActivationGuide.forOutput(task);
        assertThat(advice.activation()).isEqualTo(Activation.of(activation));
        assertThat(advice.initializer()).isEqualTo(Initializer.of(initializer));
        assertThat(advice.loss()).contains(Loss.of(loss));
    }

    @ParameterizedTest
    @CsvSource({
        "ORDINARY, relu, he_normal",
        "DEEP, swish, he_normal",
        "RECURRENT, tanh, glorot_uniform",
        "SELF_NORMALIZING, selu, lecun_normal",
        "TRANSFORMER, gelu, glorot_uniform"
    })
    void hiddenLayers(HiddenPlace place, String activation, String initializer) {
        Advice advice = ActivationGuide.forHidden(place);
        assertThat(advice.activation()).isEqualTo(Activation.of(activation));
        assertThat(advice.initializer()).isEqualTo(Initializer.of(initializer));
        assertThat(advice.loss()).isEmpty();
    }

    /** The pairs that never overflow. */
    @ParameterizedTest
    @EnumSource(names = {"BINARY", "MULTI_CLASS", "MULTI_LABEL"})
    void crossEntropiesGoOverLogits(OutputTask task) {
        Advice advice = ActivationGuide.forOutput(task);
        assertThat(advice.loss().orElseThrow().overLogits(advice.activation())).isPresent();
    }

    @Test
    void recurrentLayersFollowTheGuideByThemselves() {
        Advice advice = ActivationGuide.forHidden(HiddenPlace.RECURRENT);
        LSTM layer = LSTM.of(4);
        assertThat(layer.activation()).isEqualTo(advice.activation());
        assertThat(layer.kernel().initializer()).isEqualTo(advice.initializer());
        assertThat(layer.recurrentActivation()).isEqualTo(Activation.of("sigmoid"));
        assertThat(layer.recurrent().initializer()).isEqualTo(Initializer.of("orthogonal"));
    }

    @Test
    void reasonsAreShort() {
        for (OutputTask task : OutputTask.values()) {
            assertThat(ActivationGuide.forOutput(task).why()).endsWith(".").hasSizeBetween(20, 200);
        }
        for (HiddenPlace place : HiddenPlace.values()) {
            assertThat(ActivationGuide.forHidden(place).why()).endsWith(".").hasSizeBetween(20, 200);
        }
    }
}
