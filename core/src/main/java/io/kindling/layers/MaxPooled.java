package io.kindling.layers;

/** The largest of each window; NaN if there is one. The gradient goes to the first of the largest. */
final class MaxPooled extends Pooled {
    /** The position in x that each output is. */
    private final int[] winners;

    MaxPooled(Windows windows, LayerBinding binding) {
        super(windows, binding);
        this.winners = new int[y.length];
    }

    @Override
    void pool(float[] x, int start, int tap, int out) {
        int t = tap;
        while (positions[t] == Windows.OUTSIDE) {
            t++;
        }
        start(x, start + positions[t] * channels, out);
        for (t++; t < tap + taps; t++) {
            if (positions[t] != Windows.OUTSIDE) {
                take(x, start + positions[t] * channels, out);
            }
        }
    }

    private void start(float[] x, int from, int out) {
        for (int c = 0; c < channels; c++) {
            y[out + c] = x[from + c];
            winners[out + c] = from + c;
        }
    }

    /** Without a branch, which could not be foretold: a third of the time. */
    private void take(float[] x, int from, int out) {
        for (int c = 0; c < channels; c++) {
            float v = x[from + c];
            winners[out + c] = v <= y[out + c] ? winners[out + c] : from + c;
            y[out + c] = Math.max(v, y[out + c]);
        }
    }

    @Override
    void spread(float[] dy, int start, int tap, int out) {
        for (int i = out; i < out + channels; i++) {
            dx[winners[i]] += dy[i];
        }
    }
}
