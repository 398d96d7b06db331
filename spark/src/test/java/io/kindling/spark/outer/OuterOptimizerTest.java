package io.kindling.spark.outer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outer optimizers go where their formulas say; all numbers here are exact in single precision. */
class OuterOptimizerTest {

    /** Two rounds that each change a weight of 1 by 0.5. */
    @ParameterizedTest
    @CsvSource({
        // v = 0.5, then 0.75
        "'momentum(1, 0.5)', 1.5, 2.25",
        "'momentum(0.5, 0.5)', 1.25, 1.625",
        // 0.5 + 0.5 · 0.5, then 0.5 + 0.5 · 0.75
        "'nesterov(1, 0.5)', 1.75, 2.625",
        "average, 1.5, 2.0"
    })
    void followTheirFormulas(String name, float afterOne, float afterTwo) {
        OuterOptimizer outer = OuterOptimizer.of(name);
        float[] memory = new float[outer.hasMemory() ? 1 : 0];
        float[] first = {1.5f};
        outer.step(new float[] {1f}, first, memory);
        assertThat(first).containsExactly(afterOne);
        float[] second = {afterOne + 0.5f};
        outer.step(first, second, memory);
        assertThat(second).containsExactly(afterTwo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nesterov(0, 0.5)", "nesterov(1, 1)", "momentum(1, -0.1)"})
    void refuseOtherNumbers(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OuterOptimizer.of(name))
                .withMessageContaining("needs a positive rate and a momentum in [0, 1). Received: ");
    }

    @Test
    void areWrittenAsTheyAreRead() {
        assertThat(OuterOptimizer.registry().format(Nesterov.of(1, 0.8))).isEqualTo("nesterov(rate=1.0, momentum=0.8)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OuterOptimizer.of("adam"))
                .withMessage("Unknown outer optimizer 'adam'. Known: average, momentum, nesterov.");
    }
}
