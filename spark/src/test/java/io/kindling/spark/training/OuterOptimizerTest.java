package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindling.optimizers.Adam;
import io.kindling.optimizers.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outer optimizers go where their formulas say, and are read and written as a user writes them. */
class OuterOptimizerTest {
    private static final int[] ONE_WEIGHT = {0, 1};

    /** Two rounds that each change a weight of 1 by 0.5; all numbers are exact in single precision. */
    @ParameterizedTest
    @CsvSource({
        // v = 0.5, then 0.75
        "'sgd(1, momentum=0.5)', 1.5, 2.25",
        "'momentum(1, 0.5)', 1.5, 2.25",
        "'momentum(0.5, 0.5)', 1.25, 1.625",
        // 0.5 + 0.5 · 0.5, then 0.5 + 0.5 · 0.75
        "'sgd(1, momentum=0.5, nesterov=True)', 1.75, 2.625",
        "'nesterov(1, 0.5)', 1.75, 2.625",
        // the gradient is -0.5
        "'sgd(2)', 2, 3",
        // by the number of the round
        "'sgd(piecewise_constant_decay([0], [1, 4]))', 1.5, 3.5",
        "average, 1.5, 2.0"
    })
    void followTheirFormulas(String text, float afterOne, float afterTwo) {
        OuterOptimizer outer = OuterOptimizer.of(text);
        float[] first = {1.5f};
        float[][] memory = outer.step(new float[] {1}, first, ONE_WEIGHT, outer.initialMemory(1), 0);
        assertThat(first).containsExactly(afterOne);
        float[] second = {afterOne + 0.5f};
        outer.step(first, second, ONE_WEIGHT, memory, 1);
        assertThat(second).containsExactly(afterTwo);
    }

    /** Adam's first step is as long as its rate, and goes where the round went. */
    @Test
    void adamGoesAsFarAsItsRateSays() {
        OuterOptimizer outer = OuterOptimizer.of(Adam.of(0.01));
        float[] mean = {1.5f, 1.75f};
        outer.step(new float[] {1, 2}, mean, new int[] {0, 2}, outer.initialMemory(2), 0);
        assertThat((double) mean[0]).isCloseTo(1.01, within(1e-5));
        assertThat((double) mean[1]).isCloseTo(1.99, within(1e-5));
    }

    @Test
    void theMeanAsItIsKeepsItsBits() {
        float[] mean = {-0.0f, 1e-45f, 3.3333e20f};
        float[][] memory = OuterOptimizer.AVERAGE.initialMemory(3);
        assertThat(memory).isEmpty();
        assertThat(OuterOptimizer.AVERAGE.step(new float[3], mean, new int[] {0, 3}, memory, 5))
                .isSameAs(memory);
        assertThat(mean).containsExactly(-0.0f, 1e-45f, 3.3333e20f);
    }

    /** A round that fails or is interrupted is made again from the same numbers. */
    @Test
    void whatWasBeforeIsLeftAsItIs() {
        OuterOptimizer outer = OuterOptimizer.of("adam(0.1)");
        float[] before = {1};
        float[][] memory = {{0.25f}, {0.5f}};
        float[][] next = outer.step(before, new float[] {3}, ONE_WEIGHT, memory, 4);
        assertThat(before).containsExactly(1);
        assertThat(memory).isDeepEqualTo(new float[][] {{0.25f}, {0.5f}});
        assertThat(next).isNotEqualTo(memory).hasDimensions(2, 1);
    }

    /** Each of two weights may change by a norm of one, not both together. */
    @Test
    void everyWeightHasItsOwnNorm() {
        float[] mean = {10, -10};
        OuterOptimizer.of("clipped(sgd(1), clipnorm=1)")
                .step(new float[2], mean, new int[] {0, 1, 2}, new float[0][], 0);
        assertThat(mean).containsExactly(1, -1);
    }

    @ParameterizedTest
    @CsvSource({
        "average, average",
        "' Average()', average",
        "nesterov, 'sgd(learning_rate=1.0, momentum=0.8, nesterov=true)'",
        "'nesterov(rate=0.9, momentum=0.5)', 'sgd(learning_rate=0.9, momentum=0.5, nesterov=true)'",
        "'Momentum(0.5)', 'sgd(learning_rate=0.5, momentum=0.8, nesterov=false)'",
        "'sgd(1, momentum=0.8, nesterov=True)', 'sgd(learning_rate=1.0, momentum=0.8, nesterov=true)'",
        "'adam(0.01)', 'adam(learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1.0E-7, amsgrad=false)'"
    })
    void areWrittenAsTheyAreRead(String text, String written) {
        OuterOptimizer outer = OuterOptimizer.of(text);
        assertThat(outer).hasToString(written).isEqualTo(OuterOptimizer.of(written));
    }

    @Test
    void ofAnOptimizerAndItsTextAreOne() {
        assertThat(OuterOptimizer.of("nesterov(1, 0.5)"))
                .isEqualTo(OuterOptimizer.of(Sgd.of(1).momentum(0.5).nesterov(true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nesterov(0, 0.5)", "nesterov(1, 1)", "momentum(1, -0.1)", "sgd(-1)"})
    void refuseOtherNumbers(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OuterOptimizer.of(text))
                .withMessageContaining("Received: ");
    }

    @Test
    void refuseUnknownNamesByThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OuterOptimizer.of("sgdd(1)"))
                .withMessageStartingWith(
                        "outerOptimizer must be average or an optimizer. Unknown optimizer 'sgdd'. Known: ")
                .withMessageContaining("adam, ");
    }
}
