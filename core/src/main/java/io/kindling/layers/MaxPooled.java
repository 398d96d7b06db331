package io.kindling.layers;

import java.util.Arrays;

/**
 * The largest of each window; NaN if there is one. The gradient goes to the first of the largest.
 *
 * <p>All windows' first positions are compared with all their second ones, then with the third: in loops without
 * branches, which the JIT turns into vector instructions. Which number is the largest cannot be foretold.
 */
final class MaxPooled extends Pooled {
    /** In the padding: less than any other number, and finite, so that two of them differ by 0. */
    private static final float LEAST = -Float.MAX_VALUE;

    /** Which of its window's positions each output is, a whole number. */
    private final float[] winners;
    /** The same position of every window of an example. */
    private final float[] values;
    /** Whether a number may lie in several windows. */
    private final boolean overlapping;

    MaxPooled(Windows windows, LayerBinding binding) {
        super(windows, binding);
        this.winners = new float[y.length];
        this.values = new float[this.windows * channels];
        int[] inside = Arrays.stream(positions)
                .filter(position -> position != Windows.OUTSIDE)
                .toArray();
        this.overlapping = Arrays.stream(inside).distinct().count() < inside.length;
    }

    @Override
    void pool(float[] x, int start, int out) {
        gather(x, start, 0);
        System.arraycopy(values, 0, y, out, values.length);
        Arrays.fill(winners, out, out + values.length, 0f);
        for (int tap = 1; tap < taps; tap++) {
            gather(x, start, tap);
            findWinners(values, tap, y, winners, out);
            takeLarger(values, y, out);
        }
    }

    private void gather(float[] x, int start, int tap) {
        for (int window = 0; window < windows; window++) {
            int position = positions[window * taps + tap];
            int to = window * channels;
            if (position == Windows.OUTSIDE) {
                Arrays.fill(values, to, to + channels, LEAST);
            } else {
                System.arraycopy(x, start + position * channels, values, to, channels);
            }
        }
    }

    private static void findWinners(float[] values, float tap, float[] largest, float[] winners, int out) {
        for (int i = 0; i < values.length; i++) {
            float more = Math.max(values[i] - largest[out + i], 0f);
            // 1 if it is larger, by however little, else 0.
            float larger = Math.min(more * Float.MAX_VALUE * Float.MAX_VALUE, 1f);
            winners[out + i] += larger * (tap - winners[out + i]);
        }
    }

    private static void takeLarger(float[] values, float[] largest, int out) {
        for (int i = 0; i < values.length; i++) {
            largest[out + i] = Math.max(largest[out + i], values[i]);
        }
    }

    @Override
    void spread(float[] dy, int start, int out) {
        for (int tap = 0; tap < taps; tap++) {
            ofWinners(dy, tap, winners, values, out);
            scatter(start, tap);
        }
    }

    private static void ofWinners(float[] dy, float tap, float[] winners, float[] target, int out) {
        for (int i = 0; i < target.length; i++) {
            target[i] = dy[out + i] * (1f - Math.min(Math.abs(winners[out + i] - tap), 1f));
        }
    }

    private void scatter(int start, int tap) {
        for (int window = 0; window < windows; window++) {
            int position = positions[window * taps + tap];
            if (position == Windows.OUTSIDE) {
                continue;
            }
            if (overlapping) {
                Bias.addRow(values, window * channels, dx, start + position * channels, channels);
            } else {
                System.arraycopy(values, window * channels, dx, start + position * channels, channels);
            }
        }
    }
}
