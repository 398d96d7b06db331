package io.kindling.layers;

import java.util.Arrays;

/** The running form of a layer that makes one number of each channel of a window. */
abstract class Pooled implements BoundLayer {
    final int taps;
    final int channels;
    /** Each window's positions, or {@link Windows#OUTSIDE}. */
    final int[] positions;

    final float[] y;
    /** Null if no gradient of the input is asked for. */
    final float[] dx;

    private final int inputs;
    private final int windows;

    Pooled(Windows windows, LayerBinding binding) {
        this.windows = windows.count();
        this.taps = windows.taps();
        this.channels = windows.channels();
        this.positions = windows.positions();
        this.inputs = binding.inputShape().size();
        this.y = new float[Math.multiplyExact(binding.batchSize(), this.windows * channels)];
        boolean inputGradient = binding.training() && binding.inputGradient();
        this.dx = inputGradient ? new float[Math.multiplyExact(binding.batchSize(), inputs)] : null;
    }

    /**
     * Writes the channels of one window.
     *
     * @param start where the example starts in {@code x}
     * @param tap where the window's positions start
     * @param out where its channels start in {@link #y}
     */
    abstract void pool(float[] x, int start, int tap, int out);

    /** Adds the gradient of one window's channels to {@link #dx}. */
    abstract void spread(float[] dy, int start, int tap, int out);

    @Override
    public final float[] forward(float[] x, int rows, ForwardPass pass) {
        for (int row = 0; row < rows; row++) {
            for (int window = 0; window < windows; window++) {
                pool(x, row * inputs, window * taps, (row * windows + window) * channels);
            }
        }
        return y;
    }

    @Override
    public final float[] backward(float[] dy, int rows) {
        if (dx == null) {
            return null;
        }
        Arrays.fill(dx, 0, rows * inputs, 0f);
        for (int row = 0; row < rows; row++) {
            for (int window = 0; window < windows; window++) {
                spread(dy, row * inputs, window * taps, (row * windows + window) * channels);
            }
        }
        return dx;
    }
}
