package io.kindling.regularizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Penalties and their derivatives are those of their formula, of the given values alone. */
class RegularizerTest {

    @ParameterizedTest
    @CsvSource({"l1(0.1), 0.6, 0.1, -0.1, 0", "l2(0.1), 2, 0.8, -0.4, 0", "'l1_l2(0.1, 0.2)', 4.6, 1.7, -0.9, 0"})
    void followsItsFormula(String text, double penalty, float first, float second, float third) {
        Regularizer regularizer = Regularizer.of(text);
        float[] values = {100, 4, -2, 0, 100};
        float[] gradient = {7, 1, 1, 1, 7};
        assertThat(regularizer.penalty(values, 1, 3)).isCloseTo(penalty, within(1e-6));
        regularizer.addGradient(values, gradient, 1, 3);
        assertThat(gradient).containsExactly(new float[] {7, 1 + first, 1 + second, 1 + third, 7}, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"l1(-1)", "l2(-0.1)", "l1_l2(0.1, -0.1)", "l1(NaN)"})
    void refusesNegativeFactors(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Regularizer.of(text))
                .withMessageContaining("of at least 0. Received: ");
    }

    @Test
    void hasKerasDefaults() {
        assertThat(Regularizer.of("l1")).isEqualTo(new L1(0.01));
        assertThat(Regularizer.of("l2")).isEqualTo(new L2(0.01));
        assertThat(Regularizer.of("l1_l2")).isEqualTo(new L1L2(0, 0));
    }
}
