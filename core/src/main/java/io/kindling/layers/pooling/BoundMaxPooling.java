package io.kindling.layers.pooling;

import io.kindling.layers.LayerBinding;
import io.kindling.layers.convolutional.Windows;
import io.kindling.math.Indicator;
import java.util.Arrays;

/**
 * The largest of each window; NaN if there is one. The gradient goes to the first of the largest.
 *
 * <p>All windows' first positions are compared with all their second ones, then with the third: in loops without
 * branches over arrays of one example, which the JIT turns into vector instructions.
 */
final class BoundMaxPooling extends BoundPooling {
    /** In the padding: less than any other number, and finite, so that two of them differ by 0. */
    private static final float LEAST = -Float.MAX_VALUE;

    /** The same position of every window of an example, then the gradient there. */
    private final float[] values;
    /** The largest of every window of an example. */
    private final float[] largest;
    /** Which position of every window of an example has the largest: a whole number, or NaN where one of them is. */
    private final float[] winner;
    /** The gradient of every window of an example. */
    private final float[] gradient;
    /** {@link #winner} of all examples, for the way back. */
    private final float[] winners;

    BoundMaxPooling(Windows windows, LayerBinding binding) {
        super(windows, binding);
        this.values = new float[this.windows * channels];
        this.largest = new float[values.length];
        this.winner = new float[values.length];
        this.gradient = new float[values.length];
        this.winners = new float[inputGradient ? y.length : 0];
    }

    @Override
    void pool(float[] x, int start, int out) {
        gather(x, start, 0, largest);
        Arrays.fill(winner, 0f);
        for (int tap = 1; tap < taps; tap++) {
            gather(x, start, tap, values);
            if (inputGradient) {
                winWhereLarger(tap, values, largest, winner);
            }
            takeLarger(values, largest);
        }
        System.arraycopy(largest, 0, y, out, largest.length);
        if (inputGradient) {
            System.arraycopy(winner, 0, winners, out, winner.length);
        }
    }

    private void gather(float[] x, int start, int tap, float[] target) {
        for (int window = 0; window < windows; window++) {
            int position = positions[window * taps + tap];
            int to = window * channels;
            if (position == Windows.OUTSIDE) {
                Arrays.fill(target, to, to + channels, LEAST);
            } else {
                System.arraycopy(x, start + position * channels, target, to, channels);
            }
        }
    }

    private static void winWhereLarger(float tap, float[] values, float[] largest, float[] winner) {
        for (int i = 0; i < winner.length; i++) {
            winner[i] += Indicator.positive(values[i] - largest[i]) * (tap - winner[i]);
        }
    }

    private static void takeLarger(float[] values, float[] largest) {
        for (int i = 0; i < largest.length; i++) {
            largest[i] = Math.max(largest[i], values[i]);
        }
    }

    @Override
    void spread(float[] dy, int start, int out) {
        System.arraycopy(winners, out, winner, 0, winner.length);
        System.arraycopy(dy, out, gradient, 0, gradient.length);
        for (int tap = 0; tap < taps; tap++) {
            ofWinner(tap, gradient, winner, values);
            for (int window = 0; window < windows; window++) {
                int position = positions[window * taps + tap];
                if (position != Windows.OUTSIDE) {
                    give(values, window * channels, start, position);
                }
            }
        }
    }

    /** The gradient where a position has the largest number, else 0. */
    private static void ofWinner(float tap, float[] gradient, float[] winner, float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = gradient[i] * (1f - Math.min(Math.abs(winner[i] - tap), 1f));
        }
    }
}
