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
    @ValueSource(
            strings = {
                "glorot_uniform",
                "he_normal",
                "orthogonal",
                "random_normal",
                "random_uniform",
                "truncated_normal"
            })
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
    @ValueSource(
            strings = {
                "zeros",
                "ones",
                "constant(3)",
                "glorot_uniform",
                "he_normal",
                "orthogonal(3)",
                "identity(3)",
                "random_normal",
                "random_uniform",
                "truncated_normal"
            })
    void staysInItsPlace(String initializer) {
        float[] values = new float[12];
        Arrays.fill(values, 77f);
        Initializer.of(initializer).fill(values, 4, Shape.of(2, 3), RandomKey.of(1));
        for (int i = 0; i < 12; i++) {
            assertThat(values[i] == 77f).as("place %d untouched", i).isEqualTo(i < 4 || i >= 10);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            random_normal             | 0    | 0.05
            random_normal(1, 2)       | 1    | 2
            truncated_normal          | 0    | 0.04398128
            truncated_normal(-3, 0.1) | -3   | 0.08796257
            random_uniform            | 0    | 0.02886751
            random_uniform(1, 4)      | 2.5  | 0.8660254
            variance_scaling          | 0    | 0.05
            variance_scaling(2, fan_out, uniform)            | 0 | 0.08164966
            variance_scaling(2, fan_avg, untruncated_normal) | 0 | 0.07559289
            """)
    void hasItsMeanAndDeviation(String initializer, double mean, double deviation) {
        float[] values = values(initializer, Shape.of(400, 300), 1);
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (value - mean) * (value - mean);
        }
        assertThat(sum / values.length).isCloseTo(mean, within(4 * deviation / Math.sqrt(values.length)));
        assertThat(Math.sqrt(squares / values.length) / deviation).isCloseTo(1, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({
        "'random_uniform(1, 4)', 1, 4",
        "'truncated_normal(1, 0.5)', 0, 2",
        "'random_normal(0, 0.1)', -0.6, 0.6",
    })
    void staysWithinItsBounds(String initializer, float low, float high) {
        float width = high - low;
        float[] values = values(initializer, Shape.of(400, 300), 1);
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        assertThat(least).isBetween(low, low + 0.2f * width);
        assertThat(most).isBetween(high - 0.2f * width, high);
    }

    /** All initializers that scale are cases of the general one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            glorot_uniform | variance_scaling(1, fan_avg, uniform)
            glorot_normal  | variance_scaling(1, fan_avg, truncated_normal)
            he_uniform     | variance_scaling(2, fan_in, uniform)
            he_normal      | variance_scaling(2, fan_in)
            lecun_uniform  | variance_scaling(distribution=uniform)
            lecun_normal   | variance_scaling
            """)
    void isACaseOfVarianceScaling(String initializer, String general) {
        Shape shape = Shape.of(3, 3, 4, 5);
        assertThat(values(initializer, shape, 1)).isEqualTo(values(general, shape, 1));
    }

    @ParameterizedTest
    @CsvSource({"8, 5", "5, 8", "7, 7", "32, 128", "1, 4"})
    void orthogonalKeepsLengths(int rows, int columns) {
        assertOrthogonal(values("orthogonal(2)", Shape.of(rows, columns), 1), rows, columns, 4);
    }

    @Test
    void orthogonalTakesAllAxesButTheLastAsRows() {
        assertOrthogonal(values("orthogonal", Shape.of(3, 2, 4), 1), 6, 4, 1);
    }

    /** Of the columns, or of the rows if there are fewer. */
    private static void assertOrthogonal(float[] matrix, int rows, int columns, double square) {
        boolean tall = rows >= columns;
        int count = Math.min(rows, columns);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double dot = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    dot += (double) matrix[tall ? k * columns + i : i * columns + k]
                            * matrix[tall ? k * columns + j : j * columns + k];
                }
                assertThat(dot).as("%d · %d", i, j).isCloseTo(i == j ? square : 0, within(1e-6 * square));
            }
        }
    }

    @Test
    void identityHasOnesOnTheDiagonal() {
        assertThat(values("identity(3)", Shape.of(2, 3), 1)).containsExactly(3, 0, 0, 0, 3, 0);
        assertThat(values("identity", Shape.of(3, 2), 1)).containsExactly(1, 0, 0, 1, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"identity, 3", "orthogonal, 3", "identity, 2 3 4"})
    void refusesAShapeItCannotFill(String initializer, String lengths) {
        Shape shape = Shape.of(
                Arrays.stream(lengths.split(" ")).mapToInt(Integer::parseInt).toArray());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> values(initializer, shape, 1))
                .withMessageStartingWith(initializer + " needs a weight of ")
                .withMessageEndingWith("Received: " + shape + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "zero, zeros",
        "one, ones",
        "normal, random_normal",
        "uniform, random_uniform",
        "OrthogonalInitializer, orthogonal",
        "IdentityInitializer, identity"
    })
    void understandsKerasOtherNames(String other, String name) {
        assertThat(Initializer.of(other)).isEqualTo(Initializer.of(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            random_normal(NaN)       | random_normal needs a finite mean. Received: NaN.
            truncated_normal(0, -1)  | truncated_normal needs a stddev of at least 0. Received: -1.0.
            random_uniform(1, 0)     | random_uniform needs minval <= maxval. Received: 1.0 and 0.0.
            variance_scaling(0)      | variance_scaling needs a positive scale. Received: 0.0.
            identity(NaN)            | identity needs a finite gain. Received: NaN.
            variance_scaling(1, fan) | initializer 'variance_scaling', mode must be one of [fan_in, fan_out, fan_avg]. \
            Received: "fan".
            """)
    void refusesInvalidFields(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Initializer.of(text))
                .withMessage(message);
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
