package io.kindling.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A sparsemax is the nearest distribution, and has the values of its paper. */
class SparsemaxTest {

    @Test
    void hasTheValuesOfTwoColumns() {
        // The paper's equation for (t, 0): a line from 0 at t = -1 to 1 at t = 1.
        assertThat(sparsemax(0f, 0f)).containsExactly(0.5f, 0.5f);
        assertThat(sparsemax(0.5f, 0f)).containsExactly(0.75f, 0.25f);
        assertThat(sparsemax(1f, 0f)).containsExactly(1f, 0f);
        assertThat(sparsemax(-3f, 0f)).containsExactly(0f, 1f);
        assertThat(sparsemax(1e4f, 1e4f)).containsExactly(0.5f, 0.5f);
    }

    @Test
    void sharesTheGradientAmongPositiveColumns() {
        float[] x = {0.5f, 0.25f, -9f};
        float[] y = sparsemax(x);
        float[] dx = new float[3];
        new Sparsemax().backward(x, y, new float[] {3, 1, 7}, dx, 1, 3);
        assertThat(dx).containsExactly(1f, -1f, 0f);
    }

    /** The nearest distribution takes the same from all it leaves positive, and at least that from those it does not. */
    @Property(seed = "20260101")
    void isTheNearestDistribution(@ForAll @Size(6) List<@FloatRange(min = -2, max = 2) Float> numbers) {
        float[] x = new float[6];
        for (int i = 0; i < 6; i++) {
            x[i] = numbers.get(i);
        }
        float[] y = sparsemax(x);
        double sum = 0;
        float taken = Float.NaN;
        for (int i = 0; i < 6; i++) {
            assertThat(y[i]).isBetween(0f, 1f);
            sum += y[i];
            taken = y[i] > 0 ? x[i] - y[i] : taken;
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
        for (int i = 0; i < 6; i++) {
            if (y[i] > 0) {
                assertThat(x[i] - y[i]).isCloseTo(taken, within(1e-6f));
            } else {
                assertThat(x[i]).isLessThanOrEqualTo(taken + 1e-6f);
            }
        }
    }

    private static float[] sparsemax(float... x) {
        float[] y = new float[x.length];
        new Sparsemax().forward(x, y, 1, x.length);
        return y;
    }
}
