package io.kindling.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.random.RandomKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every activation's backward is the derivative of its forward, by central differences. */
class ActivationGradientTest {
    private static final int ROWS = 40;
    private static final int COLUMNS = 8;
    private static final float STEP = 1e-2f;
    /**
     * Differences err by STEP² / 6 times the third derivative (below 2 for all of these), 3e-5; and by the functions'
     * own errors, 4e-7, over 2 · STEP, times an upstream gradient of up to 4.
     */
    private static final double TOLERANCE = 3e-4;

    @ParameterizedTest
    @MethodSource("io.kindling.activations.ActivationTexts#all")
    void backwardIsTheDerivativeOfForward(String text) {
        Activation activation = Activation.of(text);
        float[] x = awayFromKinks(RandomKey.of(1));
        float[] y = new float[ROWS * activation.outputColumns(COLUMNS)];
        float[] dy = gaussian(RandomKey.of(2), y.length);
        float[] dx = new float[x.length];
        activation.forward(x, y, ROWS, COLUMNS);
        activation.backward(x, y, dy, dx, ROWS, COLUMNS);
        int checked = 0;
        for (int i = 0; i < x.length; i++) {
            double expected = numeric(activation, x, dy, i, STEP);
            double allowed = TOLERANCE * (1 + Math.abs(expected));
            // Sparsemax has kinks where a column joins the positive ones: two steps across one disagree.
            if (Math.abs(numeric(activation, x, dy, i, STEP / 2) - expected) <= allowed) {
                assertThat(Math.abs(dx[i] - expected) <= allowed)
                        .as("at x = %s: %s by differences, %s by backward", x[i], expected, dx[i])
                        .isTrue();
                checked++;
            }
        }
        assertThat(checked).as("numbers away from kinks").isGreaterThanOrEqualTo(x.length * 98 / 100);
    }

    /** The derivative of Σ dy · f(x) by one x. */
    private static double numeric(Activation activation, float[] x, float[] dy, int i, float step) {
        float original = x[i];
        x[i] = original + step;
        double up = weightedSum(activation, x, dy);
        double width = x[i];
        x[i] = original - step;
        double down = weightedSum(activation, x, dy);
        width -= x[i];
        x[i] = original;
        return (up - down) / width;
    }

    private static double weightedSum(Activation activation, float[] x, float[] dy) {
        float[] y = new float[dy.length];
        activation.forward(x, y, ROWS, COLUMNS);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (double) dy[i] * y[i];
        }
        return sum;
    }

    /** Numbers in [-7, 7], none within two steps of a multiple of a half, where all kinks are. */
    private static float[] awayFromKinks(RandomKey key) {
        float[] x = new float[ROWS * COLUMNS];
        long position = 0;
        for (int i = 0; i < x.length; i++) {
            do {
                x[i] = 14 * key.uniformAt(position++) - 7;
            } while (Math.abs(2 * x[i] - Math.rint(2 * x[i])) < 4 * STEP);
        }
        return x;
    }

    static float[] gaussian(RandomKey key, int count) {
        float[] values = new float[count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) key.gaussianAt(i);
        }
        return values;
    }
}
