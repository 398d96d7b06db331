package io.kindling.math;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

/** The fast exponential keeps to the error it states, at every size of its argument. */
class ExpTest {

    @Property(seed = "20260101", tries = 20_000)
    void isWithinTwoUnitsInTheLastPlace(@ForAll @FloatRange(min = -87.3f, max = 88.3f) float x) {
        assertExp(x);
    }

    @Test
    void isWithinTwoUnitsAllOverItsRange() {
        for (int i = 0; i <= 2_000_000; i++) {
            assertExp((float) (-87.3 + 175.6 * i / 2_000_000));
        }
    }

    @Test
    void staysFiniteAndPositiveBeyond() {
        for (float x : new float[] {-87.4f, -1000f, -Float.MAX_VALUE, Float.NEGATIVE_INFINITY}) {
            assertThat(Exp.exp(x)).isEqualTo(Exp.exp(-87.3f)).isGreaterThanOrEqualTo(Float.MIN_NORMAL);
        }
        for (float x : new float[] {88.4f, 1000f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
            assertThat(Exp.exp(x)).isEqualTo(Exp.exp(88.3f)).isFinite();
        }
    }

    @Test
    void isExactAtZeroAndKeepsNaN() {
        assertThat(Exp.exp(0f)).isEqualTo(1f);
        assertThat(Exp.exp(-0f)).isEqualTo(1f);
        assertThat(Exp.exp(Float.NaN)).isNaN();
        assertThat(Exp.expm1(Float.NaN)).isNaN();
        assertThat(Exp.expm1(0f)).isZero();
    }

    /** No cancellation: the error is small beside the value, not only beside 1. */
    @Property(seed = "20260101", tries = 20_000)
    void lessOneIsRelativelyExact(@ForAll @FloatRange(min = -20, max = 20) float x) {
        assertExpm1(x);
    }

    @Test
    void lessOneIsRelativelyExactNearZero() {
        for (int i = 1; i <= 400_000; i++) {
            assertExpm1(i * 1e-6f);
            assertExpm1(-i * 1e-6f);
        }
        for (float x = 1e-6f; x > 0; x /= 3) {
            assertExpm1(x);
            assertExpm1(-x);
        }
    }

    private static void assertExp(float x) {
        double exact = Math.exp(x);
        double error = Math.abs(Exp.exp(x) - exact) / Math.ulp((float) exact);
        if (!(error <= 2)) {
            assertThat(error).as("units in the last place at %s", x).isLessThanOrEqualTo(2);
        }
    }

    private static void assertExpm1(float x) {
        double exact = Math.expm1(x);
        double error = Math.abs(Exp.expm1(x) - exact);
        if (!(error <= 8e-7 * Math.abs(exact))) {
            assertThat(error / Math.abs(exact)).as("relative error at %s", x).isLessThanOrEqualTo(8e-7);
        }
    }
}
