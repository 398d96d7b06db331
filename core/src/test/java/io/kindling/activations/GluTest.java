package io.kindling.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** A gated linear unit halves the columns and refuses those it cannot halve. */
class GluTest {

    @Test
    void gatesTheFirstHalfByTheSecond() {
        float[] y = new float[4];
        new Glu().forward(new float[] {3, 4, 0, 100, 5, 6, -100, 0}, y, 2, 4);
        assertThat(y).containsExactly(1.5f, 4f, 0f, 3f);
        assertThat(new Glu().outputColumns(4)).isEqualTo(2);
    }

    @Test
    void refusesAnOddNumberOfColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Glu().outputColumns(5))
                .withMessage("glu needs an even number of columns, half of them gates. Received: 5.");
    }

    @Test
    void siluKeepsItsColumns() {
        assertThat(new Silu().outputColumns(5)).isEqualTo(5);
    }
}
