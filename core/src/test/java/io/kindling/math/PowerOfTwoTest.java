package io.kindling.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Powers of two are exact, all of them. */
class PowerOfTwoTest {

    @Test
    void isExactForEveryWholeNumberOfItsRange() {
        for (int m = -64; m <= 64; m++) {
            assertThat(PowerOfTwo.of(m)).as("2^%d", m).isEqualTo(Math.scalb(1f, m));
        }
    }

    @Test
    void keepsNaN() {
        assertThat(PowerOfTwo.of(Float.NaN)).isNaN();
    }
}
