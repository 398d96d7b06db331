package io.kindling.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** The complement of a probability keeps to the error it states, also where it is all but zero. */
class ComplementTest {
    private static final double ERROR = 2e-7;

    @Test
    void isRelativelyExactAllOverItsRange() {
        for (int i = 0; i <= 2_000_000; i++) {
            assertComplement((float) (-20.0 * i / 2_000_000));
        }
    }

    @Test
    void isRelativelyExactNearZero() {
        for (float x = -1f; x < -Float.MIN_NORMAL; x /= 1.01f) {
            assertComplement(x);
        }
    }

    /** σ(-x) = 1 - σ(x) of log σ(x), whose own rounding adds to the error. */
    @Test
    void isThatOfASigmoid() {
        for (int i = -400_000; i <= 400_000; i++) {
            float x = i * 2e-4f;
            float logarithm = (float) (Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))));
            assertClose(Complement.ofExp(logarithm), 1 / (1 + Math.exp(x)), 1e-6, x);
        }
    }

    @Test
    void isExactAtItsEndsAndKeepsNaN() {
        assertThat(Complement.ofExp(0f)).isZero();
        assertThat(Complement.ofExp(-0f)).isZero();
        for (float x : new float[] {-18f, -19f, -1000f, -Float.MAX_VALUE, Float.NEGATIVE_INFINITY}) {
            assertThat(Complement.ofExp(x)).isEqualTo(1f);
        }
        assertThat(Complement.ofExp(Float.NaN)).isNaN();
    }

    private static void assertComplement(float x) {
        assertClose(Complement.ofExp(x), -Math.expm1(x), ERROR, x);
    }

    private static void assertClose(float value, double exact, double error, float x) {
        if (!(Math.abs(value - exact) <= error * exact)) {
            assertThat((double) value).as("at %s", x).isCloseTo(exact, withinPercentage(100 * error));
        }
    }
}
