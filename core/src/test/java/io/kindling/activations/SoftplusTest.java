package io.kindling.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The softplus is relatively exact, also where it is tiny, and never overflows. */
class SoftplusTest {
    private static final double RELATIVE_ERROR = 5e-7;

    /** The derivative of poisson is divided by the output, so both must be right relative to their size. */
    @ParameterizedTest
    @ValueSource(floats = {-80, -40, -17, -15, -10, -5, -1, 0, 1, 5, 17, 100})
    void derivativeIsPreciseHoweverSmall(float x) {
        float[] y = new float[1];
        float[] dx = new float[1];
        new Softplus().forward(new float[] {x}, y, 1);
        new Softplus().backward(new float[] {x}, y, new float[] {1}, dx, 1);
        assertThat((double) dx[0]).isCloseTo(1 / (1 + Math.exp(-(double) x)), withinPercentage(1e-4));
    }

    @Property(seed = "20260101", tries = 20_000)
    void isRelativelyExact(@ForAll @FloatRange(min = -87, max = 1000) float x) {
        double exact = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs((double) x)));
        assertThat(Math.abs(softplus(x) - exact)).isLessThanOrEqualTo(RELATIVE_ERROR * exact);
    }

    @Test
    void isRelativelyExactAllOver() {
        for (int i = -2_000_000; i <= 500_000; i++) {
            float x = i * 4.3e-5f;
            double exact = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs((double) x)));
            if (!(Math.abs(softplus(x) - exact) <= RELATIVE_ERROR * exact)) {
                assertThat(Math.abs(softplus(x) - exact) / exact)
                        .as("relative error at %s", x)
                        .isLessThanOrEqualTo(RELATIVE_ERROR);
            }
        }
    }

    @Test
    void keepsNaNAndTheEnds() {
        assertThat(softplus(Float.NaN)).isNaN();
        assertThat(softplus(1e30f)).isEqualTo(1e30f);
        assertThat(softplus(-1e30f)).isBetween(0f, 2 * Float.MIN_NORMAL);
    }

    private static float softplus(float x) {
        float[] y = new float[1];
        new Softplus().forward(new float[] {x}, y, 1);
        return y[0];
    }
}
