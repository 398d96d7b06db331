package io.kindling.layers;

import io.kindling.math.Indicator;
import java.util.Arrays;

/**
 * The largest of each window; NaN if there is one. The gradient goes to the first of the largest.
 *
 * <p>All windows' first positions are compared with all their second ones, then with the third: in loops without
 * branches over arrays of one example, which the JIT turns into vector instructions. Which number is the largest cannot
 * be foretold, so on the way back it is looked for again.
 */
final class MaxPooled extends Pooled {
    /** In the padding: less than any other number, and finite, so that two of them differ by 0. */
    private static final float LEAST = -Float.MAX_VALUE;

    /** The same position of every window of an example, then the gradient there. */
    private final float[] values;
    /** The largest of every window of an example. */
    private final float[] largest;
    /** The gradient of every window of an example, until one of its positions has it. */
    private final float[] left;

    private float[] x;

    MaxPooled(Windows windows, LayerBinding binding) {
        super(windows, binding);
        this.values = new float[this.windows * channels];
        this.largest = new float[values.length];
        this.left = new float[values.length];
    }

    @Override
    void pool(float[] input, int start, int out) {
        x = input;
        gather(start, 0, largest);
        for (int tap = 1; tap < taps; tap++) {
            gather(start, tap, values);
            takeLarger(values, largest);
        }
        System.arraycopy(largest, 0, y, out, largest.length);
    }

    private void gather(int start, int tap, float[] target) {
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

    private static void takeLarger(float[] values, float[] largest) {
        for (int i = 0; i < largest.length; i++) {
            largest[i] = Math.max(largest[i], values[i]);
        }
    }

    @Override
    void spread(float[] dy, int start, int out) {
        System.arraycopy(y, out, largest, 0, largest.length);
        System.arraycopy(dy, out, left, 0, left.length);
        for (int tap = 0; tap < taps; tap++) {
            gather(start, tap, values);
            ofLargest(values, largest, left);
            takeAway(left, values);
            for (int window = 0; window < windows; window++) {
                int position = positions[window * taps + tap];
                if (position != Windows.OUTSIDE) {
                    give(values, window * channels, start, position);
                }
            }
        }
    }

    /** In the place of a value that is the largest the gradient that is left, else 0. */
    private static void ofLargest(float[] values, float[] largest, float[] left) {
        for (int i = 0; i < values.length; i++) {
            values[i] = left[i] * (1f - Indicator.ofNotNegative(largest[i] - values[i]));
        }
    }

    private static void takeAway(float[] from, float[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= what[i];
        }
    }
}
