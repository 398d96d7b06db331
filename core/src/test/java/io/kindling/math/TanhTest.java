package io.kindling.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

/** The fast hyperbolic tangent keeps to the error it states, is odd, and ends at exactly one. */
class TanhTest {

    @Property(seed = "20260101", tries = 20_000)
    void isWithinItsError(@ForAll @FloatRange(min = -20, max = 20) float x) {
        assertThat((double) Tanh.tanh(x)).isCloseTo(Math.tanh(x), within(3e-7));
    }

    @Test
    void isWithinItsErrorAllOver() {
        for (int i = 0; i <= 2_000_000; i++) {
            float x = i * 1e-5f;
            float y = Tanh.tanh(x);
            if (!(Math.abs(y - Math.tanh(x)) <= 3e-7 && y <= 1f)) {
                assertThat((double) y).as("tanh(%s)", x).isCloseTo(Math.tanh(x), within(3e-7));
                assertThat(y).as("tanh(%s)", x).isLessThanOrEqualTo(1f);
            }
        }
    }

    @Property(seed = "20260101")
    void isOdd(@ForAll float x) {
        assertThat(Tanh.tanh(-x)).isEqualTo(-Tanh.tanh(x));
    }

    /** Derivatives multiply 1 - tanh² by powers of x: what is left of it here would be blown up there. */
    @Property(seed = "20260101")
    void isOneFarOut(@ForAll @FloatRange(min = 9, max = Float.MAX_VALUE) float x) {
        assertThat(Tanh.tanh(x)).isEqualTo(1f);
    }

    @Test
    void keepsNaNAndTinyNumbers() {
        assertThat(Tanh.tanh(Float.NaN)).isNaN();
        assertThat(Tanh.tanh(Float.POSITIVE_INFINITY)).isEqualTo(1f);
        assertThat(Tanh.tanh(0f)).isZero();
        assertThat(Tanh.tanh(1e-20f)).isCloseTo(1e-20f, within(1e-26f));
    }
}
