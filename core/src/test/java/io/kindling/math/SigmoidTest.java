package io.kindling.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

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

    /** Relatively, so also where it is all but zero. */
    @Test
    void ofNegativeFromItsLogarithm() {
        for (int i = -400_000; i <= 400_000; i++) {
            float x = i * 2e-4f;
            float logarithm = (float) (Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))));
            double expected = exact(-x);
            if (!(Math.abs(Sigmoid.ofNegative(x, logarithm) - expected) <= 1e-6 * expected)) {
                assertThat((double) Sigmoid.ofNegative(x, logarithm))
                        .as("ofNegative(%s)", x)
                        .isCloseTo(expected, withinPercentage(1e-4));
            }
        }
        assertThat(Sigmoid.ofNegative(Float.NaN, Float.NaN)).isNaN();
        assertThat(Sigmoid.ofNegative(Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY))
                .isEqualTo(1f);
        assertThat(Sigmoid.ofNegative(Float.POSITIVE_INFINITY, -0f)).isZero();
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
