package io.kindling.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

/** The fast logistic function keeps to the error it states and is a probability for every number. */
class SigmoidTest {

    @Property(seed = "20260101", tries = 20_000)
    void isWithinItsError(@ForAll @FloatRange(min = -40, max = 40) float x) {
        assertThat((double) Sigmoid.sigmoid(x)).isCloseTo(exact(x), within(2e-7));
    }

    @Test
    void isWithinItsErrorAllOver() {
        for (int i = -1_000_000; i <= 1_000_000; i++) {
            float x = i * 2e-5f;
            if (!(Math.abs(Sigmoid.sigmoid(x) - exact(x)) <= 2e-7)) {
                assertThat((double) Sigmoid.sigmoid(x)).as("sigmoid(%s)", x).isCloseTo(exact(x), within(2e-7));
            }
        }
    }

    @Property(seed = "20260101")
    void isAProbability(@ForAll float x) {
        assertThat(Sigmoid.sigmoid(x)).isBetween(0f, 1f);
    }

    @Test
    void keepsNaNAndEndsAtZeroAndOne() {
        assertThat(Sigmoid.sigmoid(Float.NaN)).isNaN();
        assertThat(Sigmoid.sigmoid(1e4f)).isEqualTo(1f);
        assertThat(Sigmoid.sigmoid(-1e4f)).isZero();
        assertThat(Sigmoid.sigmoid(0f)).isEqualTo(0.5f);
    }

    private static double exact(float x) {
        return 1 / (1 + Math.exp(-x));
    }
}
