package io.kindling.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindling.errors.KindlingException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quantile loss weighs errors of either side, for several quantiles of each target, and is least at the quantiles. */
class QuantileTest {
    private static final float[] ONES = {1, 1, 1, 1};

    @Test
    void weighsTooLowByTheQuantileAndTooHighByTheRest() {
        Loss loss = Quantile.of(0.1, 0.8);
        // Two rows of one target with two outputs: 0.1 · 2 and 0.2 · 1, then 0.9 · 3 and 0.8 · 0.5.
        float[] target = {5, 1};
        float[] output = {3, 6, 4, 0.5f};
        assertThat(loss.value(target, ONES, output, 2, 2)).isCloseTo((0.2 + 0.2 + 2.7 + 0.4) / 2, within(1e-6));
        float[] gradient = new float[4];
        loss.gradient(target, new float[] {1, 2}, output, gradient, 2, 2);
        assertThat(gradient)
                .containsExactly(new float[] {-0.1f / 4, 0.2f / 4, 0.9f * 2 / 4, -0.8f * 2 / 4}, within(1e-6f));
    }

    @Test
    void takesAllQuantilesOfOneTargetBeforeTheNext() {
        Loss loss = Quantile.of(0.25, 0.75);
        assertThat(loss.targetColumns(4)).isEqualTo(2);
        // Targets 1 and 2, each met by both of its outputs.
        assertThat(loss.value(new float[] {1, 2}, ONES, new float[] {1, 1, 2, 2}, 1, 4))
                .isZero();
    }

    @Test
    void isLeastAtTheQuantilesOfTheTargets() {
        float[] target = new float[101];
        float[] weight = new float[101];
        Arrays.fill(weight, 1);
        for (int i = 0; i < target.length; i++) {
            target[i] = (i * 37) % 101;
        }
        for (int percent : new int[] {10, 50, 95}) {
            Loss loss = Quantile.of(percent / 100.0);
            double least = loss.value(target, weight, constant(percent), 101, 1);
            for (int other = 0; other <= 100; other++) {
                assertThat(loss.value(target, weight, constant(other), 101, 1))
                        .as("%s %% at %s", percent, other)
                        .isGreaterThanOrEqualTo(least - 1e-9);
            }
        }
    }

    private static float[] constant(float value) {
        float[] output = new float[101];
        Arrays.fill(output, value);
        return output;
    }

    @Test
    void isHalfTheAbsoluteErrorAtTheMedian() {
        float[] target = {1, -2, 0.5f, 3};
        float[] output = {0, 1, 0.5f, -1};
        assertThat(Quantile.of().value(target, ONES, output, 4, 1))
                .isCloseTo(new MeanAbsoluteError().value(target, ONES, output, 4, 1) / 2, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"quantile([])", "quantile([0.5, 0.5])", "quantile([0.9, 0.1])", "quantile(0)", "quantile(1)"})
    void refusesQuantilesThatAreNoneOrDoNotIncrease(String text) {
        assertThatThrownBy(() -> Loss.of(text))
                .isInstanceOf(KindlingException.class)
                .hasMessageContaining("quantile needs quantiles between 0 and 1, increasing");
    }

    @Test
    void refusesOutputsThatAreNoMultipleOfTheQuantiles() {
        assertThatThrownBy(() -> Quantile.of(0.1, 0.5, 0.9).requireOutputs(4))
                .isInstanceOf(KindlingException.class)
                .hasMessage("quantile needs 3 outputs for each label, one for each of [0.1, 0.5, 0.9]. Received: 4.");
    }

    @Test
    void hasTheNamesOfOthers() {
        assertThat(Loss.of("pinball([0.1, 0.9])")).isEqualTo(Quantile.of(0.1, 0.9));
    }
}
