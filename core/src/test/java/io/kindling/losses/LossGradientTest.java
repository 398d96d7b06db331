package io.kindling.losses;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.random.RandomKey;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss' gradient is the derivative of its mean, by central differences, at targets and outputs it is made for. */
class LossGradientTest {
    private static final int ROWS = 8;
    private static final int COLUMNS = 4;
    private static final float STEP = 1e-3f;
    /** Differences err by STEP² / 6 times the third derivative, up to 100 for logarithms near 0.1, and little else. */
    private static final double TOLERANCE = 5e-4;

    private static final float[] WEIGHT = {1, 2, 0.5f, 1, 0, 3, 1, 1};

    /** Any number. */
    private static final float[] NUMBERS = draws(1, false);
    /** Rows that add up to one, each at least 0.1. */
    private static final float[] DISTRIBUTIONS = draws(2, true);

    static Stream<String> losses() {
        return Stream.concat(
                Loss.registry().names().stream(),
                Stream.of(
                        "categorical_crossentropy(from_logits=True, label_smoothing=0.1)",
                        "sparse_categorical_crossentropy(from_logits=True)",
                        "binary_crossentropy(from_logits=True, label_smoothing=0.1)",
                        "categorical_focal_crossentropy(0.3, 1.5, label_smoothing=0.1)",
                        "categorical_focal_crossentropy(0.3, 1.5, from_logits=True, label_smoothing=0.1)",
                        "binary_focal_crossentropy(True, 0.3, 1.5, label_smoothing=0.1)",
                        "binary_focal_crossentropy(True, 0.3, 1.5, from_logits=True, label_smoothing=0.1)",
                        "huber(0.3)",
                        "quantile([0.1, 0.9])"));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void isTheDerivativeOfTheMean(String text) {
        Loss loss = Loss.of(text);
        float[] target = target(text);
        float[] output = isOfAnyNumber(text) ? NUMBERS.clone() : DISTRIBUTIONS.clone();
        float[] gradient = new float[ROWS * COLUMNS];
        loss.gradient(target, WEIGHT, output, gradient, ROWS, COLUMNS);
        for (int i = 0; i < output.length; i++) {
            float original = output[i];
            output[i] = original + STEP;
            double up = loss.value(target, WEIGHT, output, ROWS, COLUMNS);
            double width = output[i];
            output[i] = original - STEP;
            double down = loss.value(target, WEIGHT, output, ROWS, COLUMNS);
            width -= output[i];
            output[i] = original;
            double expected = (up - down) / width / ROWS;
            assertThat(Math.abs(gradient[i] - expected) <= TOLERANCE * (1 + Math.abs(expected)))
                    .as("at %s: %s by differences, %s by the loss", original, expected, gradient[i])
                    .isTrue();
        }
    }

    /** As a step of training wants both, and an evaluation the value alone. */
    @ParameterizedTest
    @MethodSource("losses")
    void isTheSameTogetherWithTheValue(String text) {
        Loss loss = Loss.of(text);
        float[] target = target(text);
        float[] output = isOfAnyNumber(text) ? NUMBERS : DISTRIBUTIONS;
        float[] together = new float[ROWS * COLUMNS];
        float[] apart = new float[ROWS * COLUMNS];
        double value = loss.valueAndGradient(target, WEIGHT, output, together, ROWS, COLUMNS);
        loss.gradient(target, WEIGHT, output, apart, ROWS, COLUMNS);
        assertThat(loss.value(target, WEIGHT, output, ROWS, COLUMNS)).isEqualTo(value);
        assertThat(apart).isEqualTo(together);
    }

    private static boolean isOfAnyNumber(String text) {
        return text.contains("from_logits")
                || !(text.contains("crossentropy")
                        || text.equals("kl_divergence")
                        || text.equals("poisson")
                        || text.endsWith("logarithmic_error"));
    }

    private static float[] target(String text) {
        float[] target = draws(3, true);
        if (text.startsWith("sparse")) {
            return new float[] {0, 1, 2, 3, 3, 2, 1, 0};
        } else if (text.contains("hinge")) {
            for (int i = 0; i < target.length; i++) {
                target[i] = i % COLUMNS == i / COLUMNS % COLUMNS ? 1 : 0;
            }
        }
        return target;
    }

    private static float[] draws(long seed, boolean distributions) {
        float[] values = new float[ROWS * COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            float sum = 0;
            for (int i = row * COLUMNS; i < (row + 1) * COLUMNS; i++) {
                values[i] = distributions
                        ? 0.25f + RandomKey.of(seed).uniformAt(i)
                        : (float) RandomKey.of(seed).gaussianAt(i);
                sum += values[i];
            }
            for (int i = row * COLUMNS; distributions && i < (row + 1) * COLUMNS; i++) {
                values[i] /= sum;
            }
        }
        return values;
    }
}
