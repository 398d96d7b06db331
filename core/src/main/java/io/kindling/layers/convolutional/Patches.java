package io.kindling.layers.convolutional;

import io.kindling.math.Rows;
import java.util.Arrays;

/**
 * The windows of an example as a matrix, zero in the padding.
 *
 * <p>Neighbours in the input that are neighbours in the matrix are copied at once.
 */
final class Patches {
    /** Where each run of neighbours starts in an example, or {@link Windows#OUTSIDE} for zeros. */
    private final int[] sources;
    /** Where it starts in the matrix; one more for the end of the last. */
    private final int[] targets;

    /** Every window's values are a row: (windows, taps · channels). */
    static Patches byWindow(Windows windows) {
        return new Patches(windows.positions(), windows.channels());
    }

    /** What one position of every window covers is a row: (taps, windows · channels). */
    static Patches byTap(Windows windows) {
        int[] byWindow = windows.positions();
        int[] byTap = new int[byWindow.length];
        int taps = windows.taps();
        int count = windows.count();
        for (int i = 0; i < byTap.length; i++) {
            byTap[i] = byWindow[i % count * taps + i / count];
        }
        return new Patches(byTap, windows.channels());
    }

    private Patches(int[] positions, int channels) {
        Math.multiplyExact(positions.length, channels);
        int[] from = new int[positions.length];
        int[] to = new int[positions.length + 1];
        int runs = 0;
        for (int i = 0; i < positions.length; i++) {
            if (i == 0 || !continues(positions[i - 1], positions[i])) {
                from[runs] = positions[i] == Windows.OUTSIDE ? Windows.OUTSIDE : positions[i] * channels;
                to[runs++] = i * channels;
            }
        }
        to[runs] = positions.length * channels;
        this.sources = Arrays.copyOf(from, runs);
        this.targets = Arrays.copyOf(to, runs + 1);
    }

    private static boolean continues(int previous, int next) {
        return previous == Windows.OUTSIDE ? next == Windows.OUTSIDE : next == previous + 1;
    }

    /** How many copies it takes to write the matrix of one example. */
    int copies() {
        return sources.length;
    }

    /** How many values the matrix of one example has. */
    int size() {
        return targets[sources.length];
    }

    /** Writes the matrix of the example that starts at {@code start} in {@code x}. */
    void gather(float[] x, int start, float[] matrix, int offset) {
        for (int run = 0; run < sources.length; run++) {
            int from = offset + targets[run];
            int to = offset + targets[run + 1];
            if (sources[run] == Windows.OUTSIDE) {
                Arrays.fill(matrix, from, to, 0f);
            } else {
                System.arraycopy(x, start + sources[run], matrix, from, to - from);
            }
        }
    }

    /** Adds the gradient of such a matrix to that of the example. */
    void scatter(float[] matrix, int offset, float[] dx, int start) {
        for (int run = 0; run < sources.length; run++) {
            if (sources[run] != Windows.OUTSIDE) {
                int length = targets[run + 1] - targets[run];
                Rows.add(matrix, offset + targets[run], dx, start + sources[run], length);
            }
        }
    }
}
