package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.layers.Input;
import io.kindling.layers.StepMask;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every row of an output weighs what its example does; those that do not count leave their weight to the others. */
class OutputRowsTest {
    private static final int STEPS = 3;

    private final OutputRows rows =
            OutputRows.of(Sequential.of(Input.of(STEPS, 4), Dense.of(2)).plan());

    @Test
    void oneRowPerExampleWeighsAsItDoes() {
        OutputRows single =
                OutputRows.of(Sequential.of(Input.of(4), Dense.of(2)).plan());
        float[] weights = {1, 0.5f};
        assertThat(single.weights(weights, 2, Optional.empty())).isSameAs(weights);
    }

    @Test
    void everyStepWeighsAsItsExample() {
        assertThat(rows.weights(new float[] {1, 0.5f}, 2, Optional.empty())).containsExactly(1, 1, 1, 0.5f, 0.5f, 0.5f);
    }

    @Test
    void stepsThatCountTakeTheWeightOfTheOthers() {
        StepMask mask = new StepMask(new boolean[] {true, true, false, true, false, false}, STEPS);
        assertThat(rows.weights(new float[] {1, 0.5f}, 2, Optional.of(mask))).containsExactly(2, 2, 0, 1, 0, 0);
    }

    @Test
    void noMiniBatchNeedsAnArrayOfItsOwn() {
        float[] first = rows.weights(new float[] {0.5f, 2}, 2, Optional.empty());
        float[] second = rows.weights(new float[] {1, 2}, 1, Optional.empty());
        assertThat(second).isSameAs(first);
        assertThat(Arrays.copyOf(second, STEPS)).containsExactly(1, 1, 1);
        assertThat(rows.weights(new float[] {1, 2, 3}, 3, Optional.empty())).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3);
    }
}
