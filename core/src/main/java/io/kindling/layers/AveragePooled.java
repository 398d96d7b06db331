package io.kindling.layers;

import java.util.Arrays;

/** The mean of each window, of what lies in the input. */
final class AveragePooled extends Pooled {

    AveragePooled(Windows windows, LayerBinding binding) {
        super(windows, binding);
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
                add(x, start + positions[t] * channels, 1f, y, out);
            }
        }
        float share = share(tap);
        for (int i = out; i < out + channels; i++) {
            y[i] *= share;
        }
    }

    @Override
    void spread(float[] dy, int start, int out) {
        for (int window = 0; window < windows; window++) {
            spreadWindow(dy, start, window * taps, out + window * channels);
        }
    }

    private void spreadWindow(float[] dy, int start, int tap, int out) {
        float share = share(tap);
        for (int t = tap; t < tap + taps; t++) {
            if (positions[t] != Windows.OUTSIDE) {
                add(dy, out, share, dx, start + positions[t] * channels);
            }
        }
    }

    private void add(float[] source, int from, float factor, float[] target, int to) {
        for (int c = 0; c < channels; c++) {
            target[to + c] += factor * source[from + c];
        }
    }
}
