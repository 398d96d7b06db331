package io.kindling.initializers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Initial weights have the variance of their formula, stay inside their bounds, and belong to their key. */
class InitializerTest {
    /** The deviation of a standard normal cut off at two deviations. */
    private static final double TRUNCATED = 0.87962566103423978;

    @ParameterizedTest
    @CsvSource({
        "glorot_uniform, 350",
        "glorot_normal, 350",
        "he_uniform, 200",
        "he_normal, 200",
        "lecun_uniform, 400",
        "lecun_normal, 400"
    })
    void varianceOfAMatrix(String initializer, double inverse) {
        assertDistribution(initializer, Shape.of(400, 300), 1 / inverse);
    }

    @ParameterizedTest
    @CsvSource({
        "glorot_uniform, 450",
        "glorot_normal, 450",
        "he_uniform, 180",
        "he_normal, 180",
        "lecun_uniform, 360",
        "lecun_normal, 360"
    })
    void varianceOfAConvolutionKernel(String initializer, double inverse) {
        assertDistribution(initializer, Shape.of(3, 3, 40, 60), 1 / inverse);
    }

    private static void assertDistribution(String initializer, Shape shape, double variance) {
        float[] values = values(initializer, shape, 1);
        double sum = 0;
        double squares = 0;
        double largest = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
            largest = Math.max(largest, Math.abs(value));
        }
        double deviation = Math.sqrt(variance);
        assertThat(sum / values.length).isCloseTo(0, within(4 * deviation / Math.sqrt(values.length)));
        assertThat(squares / values.length / variance).isCloseTo(1, within(0.02));
        double bound = initializer.endsWith("uniform") ? Math.sqrt(3) * deviation : 2 / TRUNCATED * deviation;
        assertThat(largest / bound).isLessThanOrEqualTo(1 + 1e-6).isGreaterThan(0.998);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glorot_uniform", "he_normal"})
    void belongsToItsKey(String initializer) {
        Shape shape = Shape.of(20, 30);
        assertThat(values(initializer, shape, 1)).isEqualTo(values(initializer, shape, 1));
        assertThat(values(initializer, shape, 2)).isNotEqualTo(values(initializer, shape, 1));
    }

    @ParameterizedTest
    @CsvSource({"zeros, 0", "ones, 1", "constant(-0.5), -0.5"})
    void givesTheSameEverywhere(String initializer, float value) {
        assertThat(values(initializer, Shape.of(3, 4), 1)).containsOnly(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros", "ones", "constant(3)", "glorot_uniform", "he_normal"})
    void staysInItsPlace(String initializer) {
        float[] values = new float[12];
        Arrays.fill(values, 77f);
        Initializer.of(initializer).fill(values, 4, Shape.of(2, 3), RandomKey.of(1));
        for (int i = 0; i < 12; i++) {
            assertThat(values[i] == 77f).as("place %d untouched", i).isEqualTo(i < 4 || i >= 10);
        }
    }

    @Test
    void refusesAnEndlessConstant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Constant(Double.NaN))
                .withMessage("constant needs a finite value. Received: NaN.");
    }

    private static float[] values(String initializer, Shape shape, int seed) {
        float[] values = new float[shape.size()];
        Initializer.of(initializer).fill(values, 0, shape, RandomKey.of(seed));
        return values;
    }
}
