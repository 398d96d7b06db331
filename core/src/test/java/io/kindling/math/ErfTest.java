package io.kindling.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

/** The fast error function keeps to the error it states. */
class ErfTest {

    @Property(seed = "20260101", tries = 20_000)
    void isWithinItsError(@ForAll @FloatRange(min = -6, max = 6) float x) {
        assertThat((double) Erf.erf(x)).isCloseTo(exact(x), within(4e-7));
    }

    @Test
    void isWithinItsErrorAllOver() {
        for (int i = -200_000; i <= 200_000; i++) {
            float x = i * 3e-5f;
            if (!(Math.abs(Erf.erf(x) - exact(x)) <= 4e-7)) {
                assertThat((double) Erf.erf(x)).as("erf(%s)", x).isCloseTo(exact(x), within(4e-7));
            }
        }
    }

    @Test
    void agreesWithTables() {
        assertThat(exact(1)).isCloseTo(0.8427007929497149, within(1e-15));
        assertThat(exact(3)).isCloseTo(0.9999779095030014, within(1e-15));
    }

    @Property(seed = "20260101")
    void isOddAndAtMostOne(@ForAll float x) {
        assertThat(Erf.erf(x)).isEqualTo(-Erf.erf(-x)).isBetween(-1f, 1f);
    }

    @Test
    void keepsNaNAndTheEnds() {
        assertThat(Erf.erf(Float.NaN)).isNaN();
        assertThat(Erf.erf(1e4f)).isEqualTo(1f);
        assertThat(Erf.erf(-1e4f)).isEqualTo(-1f);
    }

    /** erf(x) = 2/√π e^(-x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!, a sum without cancellation. */
    private static double exact(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
}
