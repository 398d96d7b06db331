package io.kindling.layers.pooling;

import io.kindling.layers.LayerBinding;
import io.kindling.layers.convolutional.Windows;
import io.kindling.math.Rows;
import java.util.Arrays;

/** The mean of each window, of what lies in the input. */
final class BoundAveragePooling extends BoundPooling {
    /** The gradient of each position of a window. */
    private final float[] part;

    BoundAveragePooling(Windows windows, LayerBinding binding) {
        super(windows, binding);
        this.part = new float[channels];
    }

    private float share(int tap) {
        int inside = 0;
        for (int t = tap; t < tap + taps; t++) {
            inside += positions[t] == Windows.OUTSIDE ? 0 : 1;
        }
        return 1f / inside;
    }

    @Override
    void pool(float[] x, int start, int out) {
        for (int window = 0; window < windows; window++) {
            poolWindow(x, start, window * taps, out + window * channels);
        }
    }

    private void poolWindow(float[] x, int start, int tap, int out) {
        Arrays.fill(y, out, out + channels, 0f);
        for (int t = tap; t < tap + taps; t++) {
            if (positions[t] != Windows.OUTSIDE) {
                Rows.add(x, start + positions[t] * channels, y, out, channels);
            }
        }
        Rows.scale(y, share(tap), out, channels);
    }

    @Override
    void spread(float[] dy, int start, int out) {
        for (int window = 0; window < windows; window++) {
            spreadWindow(dy, start, window * taps, out + window * channels);
        }
    }

    private void spreadWindow(float[] dy, int start, int tap, int out) {
        System.arraycopy(dy, out, part, 0, channels);
        Rows.scale(part, share(tap), 0, channels);
        for (int t = tap; t < tap + taps; t++) {
            if (positions[t] != Windows.OUTSIDE) {
                give(part, 0, start, positions[t]);
            }
        }
    }
}
