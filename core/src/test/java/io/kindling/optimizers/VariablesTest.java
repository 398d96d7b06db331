package io.kindling.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Variables cover their values without gaps, or are refused. */
class VariablesTest {

    @Test
    void countsVariables() {
        assertThat(new Variables(new float[5], new float[5], new int[] {0, 3, 3, 5}).count())
                .isEqualTo(3);
        assertThat(Variables.single(new float[5], new float[5]).count()).isEqualTo(1);
        assertThat(new Variables(new float[0], new float[0], new int[] {0}).count())
                .isZero();
    }

    @Test
    void refusesGaps() {
        for (int[] starts : new int[][] {{}, {0}, {1, 2}, {0, 1}, {0, 3}, {0, 2, 1, 2}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Variables(new float[2], new float[2], starts))
                    .withMessageStartingWith("Variables need ");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variables.single(new float[2], new float[3]))
                .withMessageContaining("Received: 2 values, 3 derivatives, starts [0, 2].");
    }
}
