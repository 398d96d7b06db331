package io.kindling.layers.regularization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.layers.BoundParts;
import io.kindling.layers.ForwardPass;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dropout changes nothing at inference, and in training drops its share, keeps the mean, and repeats itself. */
class DropoutTest {
    private static final int ROWS = 2000;
    private static final int COLUMNS = 999;
    private static final ForwardPass STEP = ForwardPass.training(RandomKey.of(1));

    @Test
    void isIdentityAtInference() {
        float[] x = {1, 2, 3, 4, 5, 6};
        for (boolean training : new boolean[] {true, false}) {
            BoundParts layer = bind(0.5, 2, 3, training);
            assertThat(Arrays.copyOf(layer.forward(x, 2, ForwardPass.INFERENCE), 6))
                    .isEqualTo(x);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void dropsItsShareAndKeepsTheMean(double rate) {
        float[] y = bind(rate, ROWS, COLUMNS, true).forward(ones(ROWS * COLUMNS), ROWS, STEP);
        int dropped = 0;
        double sum = 0;
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            dropped += y[i] == 0 ? 1 : 0;
            sum += y[i];
        }
        assertThat((double) dropped / ROWS / COLUMNS).isCloseTo(rate, within(0.005));
        assertThat(sum / ROWS / COLUMNS).isCloseTo(1, within(0.01));
    }

    @Test
    void scalesWhatItKeeps() {
        float[] y = bind(0.2, 4, 5, true).forward(ones(20), 4, STEP);
        assertThat(Arrays.copyOf(y, 20)).containsOnly(0f, 1.25f);
    }

    @Test
    void sameKeyDropsTheSame() {
        assertThat(mask(STEP)).isEqualTo(mask(ForwardPass.training(RandomKey.of(1))));
    }

    @Test
    void everyStepLayerAndExampleDropsItsOwn() {
        assertThat(mask(ForwardPass.training(RandomKey.of(2)))).isNotEqualTo(mask(STEP));
        assertThat(mask(STEP.forLayer(1))).isNotEqualTo(mask(STEP.forLayer(2)));
        float[] mask = mask(STEP);
        assertThat(Arrays.copyOfRange(mask, 0, 50)).isNotEqualTo(Arrays.copyOfRange(mask, 50, 100));
    }

    /** Two draws of one half agree half the time: dropping is independent from place to place. */
    @Test
    void neighboursAreIndependent() {
        float[] y = bind(0.5, ROWS, COLUMNS, true).forward(ones(ROWS * COLUMNS), ROWS, STEP);
        for (int distance = 1; distance <= 4; distance++) {
            int agree = 0;
            for (int i = distance; i < ROWS * COLUMNS; i++) {
                agree += y[i] == y[i - distance] ? 1 : 0;
            }
            assertThat((double) agree / ROWS / COLUMNS).isCloseTo(0.5, within(0.005));
        }
    }

    @Test
    void backwardDropsWhatForwardDropped() {
        BoundParts layer = bind(0.4, 7, 3, true);
        float[] y = Arrays.copyOf(layer.forward(ones(21), 7, STEP), 21);
        assertThat(Arrays.copyOf(layer.backward(ones(21), 7), 21)).isEqualTo(y);

        float[] fewer = Arrays.copyOf(layer.forward(ones(6), 2, STEP.forLayer(3)), 6);
        assertThat(Arrays.copyOf(layer.backward(ones(6), 2), 6)).isEqualTo(fewer);
    }

    @Test
    void leavesItsInputAsItIs() {
        float[] x = ones(21);
        bind(0.4, 7, 3, true).forward(x, 7, STEP);
        assertThat(x).containsOnly(1f);
    }

    @Test
    void rateZeroDropsNothing() {
        assertThat(bind(0, 7, 3, true).forward(ones(21), 7, STEP)).containsOnly(1f);
    }

    private static float[] mask(ForwardPass pass) {
        return Arrays.copyOf(bind(0.5, 2, 50, true).forward(ones(100), 2, pass), 100);
    }

    private static BoundParts bind(double rate, int rows, int columns, boolean training) {
        return new BoundParts(Dropout.of(rate), List.of(Shape.of(columns)), rows, List.of(), training);
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1f);
        return ones;
    }
}
