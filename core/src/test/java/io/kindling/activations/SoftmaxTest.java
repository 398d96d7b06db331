package io.kindling.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;

/** A softmax is a distribution for any logits, and adding a number to all of them changes nothing. */
class SoftmaxTest {

    @Property(seed = "20260101")
    void isADistribution(@ForAll @Size(12) float[] logits) {
        float[] y = new float[12];
        new Softmax().forward(bounded(logits), y, 3, 4);
        for (int row = 0; row < 3; row++) {
            double sum = 0;
            for (int i = 4 * row; i < 4 * row + 4; i++) {
                assertThat(y[i]).isBetween(0f, 1f);
                sum += y[i];
            }
            assertThat(sum).isCloseTo(1, within(1e-6));
        }
    }

    @Property(seed = "20260101")
    void isTheSameForShiftedLogits(
            @ForAll @Size(4) float[] logits, @ForAll @FloatRange(min = -100, max = 100) float shift) {
        float[] x = new float[4];
        float[] shifted = new float[4];
        for (int i = 0; i < 4; i++) {
            // Multiples of 1/64 below 2^12 add up exactly.
            x[i] = Math.round(bounded(logits)[i] % 16 * 64) / 64f;
            shifted[i] = x[i] + Math.round(shift);
        }
        float[] y = new float[4];
        float[] same = new float[4];
        new Softmax().forward(x, y, 1, 4);
        new Softmax().forward(shifted, same, 1, 4);
        assertThat(same).isEqualTo(y);
    }

    private static float[] bounded(float[] logits) {
        float[] bounded = logits.clone();
        for (int i = 0; i < bounded.length; i++) {
            bounded[i] = Math.max(-1e30f, Math.min(1e30f, bounded[i]));
        }
        return bounded;
    }
}
