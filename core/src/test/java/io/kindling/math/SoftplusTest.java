package io.kindling.math;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

/** The softplus is relatively exact, also where it is tiny, and never overflows. */
class SoftplusTest {
    private static final double RELATIVE_ERROR = 5e-7;

    @Property(seed = "20260101", tries = 20_000)
    void isRelativelyExact(@ForAll @FloatRange(min = -87, max = 1000) float x) {
        double exact = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs((double) x)));
        assertThat(Math.abs(Softplus.softplus(x) - exact)).isLessThanOrEqualTo(RELATIVE_ERROR * exact);
    }

    @Test
    void isRelativelyExactAllOver() {
        for (int i = -2_000_000; i <= 500_000; i++) {
            float x = i * 4.3e-5f;
            double exact = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs((double) x)));
            if (!(Math.abs(Softplus.softplus(x) - exact) <= RELATIVE_ERROR * exact)) {
                assertThat(Math.abs(Softplus.softplus(x) - exact) / exact)
                        .as("relative error at %s", x)
                        .isLessThanOrEqualTo(RELATIVE_ERROR);
            }
        }
    }

    @Test
    void keepsNaNAndTheEnds() {
        assertThat(Softplus.softplus(Float.NaN)).isNaN();
        assertThat(Softplus.softplus(1e30f)).isEqualTo(1e30f);
        assertThat(Softplus.softplus(-1e30f)).isBetween(0f, 2 * Float.MIN_NORMAL);
    }

    @Test
    void isTheSameOfAnArray() {
        float[] x = {-1e30f, -87f, -3.5f, -0f, 0f, Float.MIN_VALUE, 0.25f, 20f, 1e30f, Float.NaN, 7f};
        float[] y = new float[x.length];
        Softplus.softplus(x, y, 10);
        for (int i = 0; i < 10; i++) {
            assertThat(Float.floatToIntBits(y[i])).isEqualTo(Float.floatToIntBits(Softplus.softplus(x[i])));
        }
        assertThat(y[10]).isZero();
    }
}
