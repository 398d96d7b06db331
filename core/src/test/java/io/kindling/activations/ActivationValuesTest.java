package io.kindling.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Keras' values do not show: small results beside large ones, ends of pieces, fields that cannot be. */
class ActivationValuesTest {

    /** Far from zero the wanted result is tiny; a formula that subtracts would lose it. */
    @ParameterizedTest
    @CsvSource({
        "exponential, -50, 1.9287498479639178e-22",
        "exponential, 1, 2.718281828459045",
        "squareplus, -50, 0.01999200639360868",
        "squareplus, -10000, 9.9999999e-5",
        "log_sigmoid, 30, -9.357622968840175e-14",
        "mish, -30, -2.807286890652053e-12",
        "celu(0.5), -1e-5, -9.9999000007e-6"
    })
    void isRelativelyExact(String text, float x, double expected) {
        float y = forward(text, x);
        assertThat(Math.abs(y - expected)).isLessThanOrEqualTo(2e-6 * Math.abs(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "relu6, 6, 6",
        "relu6, 6.5, 6",
        "hard_tanh, 1, 1",
        "hard_sigmoid, 3, 1",
        "hard_sigmoid, -3, 0",
        "hard_silu, 3, 3",
        "hard_shrink, 0.5, 0",
        "hard_shrink, -0.5, 0",
        "hard_shrink, 0.50001, 0.50001",
        "hard_shrink(0), 1e-45, 1e-45",
        "soft_shrink, 0.75, 0.25",
        "soft_shrink, -0.75, -0.25",
        "'threshold(0.5, -1)', 0.5, -1",
        "'threshold(0.5, -1)', 0.75, 0.75",
        "'threshold(0.5, -1)', -Infinity, -1",
        "'threshold(0.5, -1)', Infinity, Infinity",
        "sparse_plus, -1, 0",
        "sparse_plus, 1, 1",
        "sparse_sigmoid, 1, 1"
    })
    void isExactAtTheEndsOfItsPieces(String text, float x, float expected) {
        assertThat(forward(text, x)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            celu(0)             | celu needs a positive alpha. Received: 0.0.
            squareplus(-4)      | squareplus needs a positive b. Received: -4.0.
            hard_shrink(-1)     | hard_shrink needs a threshold of at least 0. Received: -1.0.
            soft_shrink(-1)     | soft_shrink needs a threshold of at least 0. Received: -1.0.
            threshold(1)        | The activation 'threshold' lacks its field 'default_value'.
            threshold(1, NaN)   | threshold needs a finite default_value. Received: NaN.
            """)
    void refusesInvalidFields(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Activation.of(text))
                .withMessage(message);
    }

    @Test
    void understandsHardSwish() {
        assertThat(Activation.of("hard_swish")).isEqualTo(new HardSilu());
    }

    @Test
    void thresholdIsFlatAtMinusInfinity() {
        float[] dx = new float[1];
        Activation.of("threshold(0.5, -1)")
                .backward(new float[] {Float.NEGATIVE_INFINITY}, new float[] {-1}, new float[] {2}, dx, 1, 1);
        assertThat(dx[0]).isZero();
    }

    private static float forward(String text, float x) {
        float[] y = new float[1];
        Activation.of(text).forward(new float[] {x}, y, 1, 1);
        return y[0];
    }
}
