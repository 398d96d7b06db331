package io.kindling.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** How near computed numbers must be to Keras': relative to the largest magnitude in the array. */
public final class Closeness {
    /** Single precision against double, over one function. */
    public static final double ONE_CALL = 1e-5;
    /** Over a training run, where the differences of every step add up. */
    public static final double WHOLE_RUN = 1e-4;

    private Closeness() {}

    public static void assertClose(String what, float[] actual, JsonNode expected, double tolerance) {
        double[] numbers = Golden.numbers(expected);
        assertThat(actual).as("length of " + what).hasSize(numbers.length);
        double largest = Arrays.stream(numbers).map(Math::abs).max().orElse(0);
        for (int i = 0; i < numbers.length; i++) {
            double error = Math.abs(actual[i] - numbers[i]);
            // Not (error > …): that would let NaN pass.
            assertThat(error <= tolerance * largest)
                    .as(
                            "%s[%d]: expected %s, got %s, off by %s of the largest, %s",
                            what, i, numbers[i], actual[i], error / largest, largest)
                    .isTrue();
        }
    }

    public static void assertClose(String what, double actual, JsonNode expected, double tolerance) {
        double number = expected.doubleValue();
        assertThat(Math.abs(actual - number) <= tolerance * Math.abs(number))
                .as("%s: expected %s, got %s", what, number, actual)
                .isTrue();
    }
}
