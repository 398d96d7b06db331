package io.kindling.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The fast logarithm keeps to the relative error it states, down to the smallest numbers. */
class Log1pTest {
    private static final double RELATIVE_ERROR = 2e-7;

    @Test
    void isWithinItsErrorAllOver() {
        for (int i = 0; i <= 2_000_000; i++) {
            assertLog1p(i / 2_000_000f);
        }
    }

    @Test
    void isWithinItsErrorNearZero() {
        for (float x = 1f; x >= Float.MIN_NORMAL; x *= 0.99f) {
            assertLog1p(x);
        }
    }

    @Test
    void keepsNaNAndZero() {
        assertThat(Log1p.log1p(Float.NaN)).isNaN();
        assertThat(Log1p.log1p(0f)).isZero();
    }

    private static void assertLog1p(float x) {
        double exact = Math.log1p(x);
        double error = Math.abs(Log1p.log1p(x) - exact);
        if (!(error <= RELATIVE_ERROR * exact)) {
            assertThat(error / exact).as("relative error at %s", x).isLessThanOrEqualTo(RELATIVE_ERROR);
        }
    }
}
