package io.kindling.layers.pooling;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.convolutional.Windows;
import io.kindling.math.Rows;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The running form of a layer that makes one number of each channel of a window. */
abstract class BoundPooling implements BoundUnaryLayer {
    final int taps;
    final int channels;
    /** Each window's positions, or {@link Windows#OUTSIDE}. */
    final int[] positions;

    final float[] y;
    final float[] dx;

    final int windows;
    /** Whether {@link #dx} is asked for. */
    final boolean inputGradient;

    private final int inputs;
    /** Whether every position of the input lies in one window. */
    private final boolean partition;

    BoundPooling(Windows windows, LayerBinding binding) {
        this.windows = windows.count();
        this.taps = windows.taps();
        this.channels = windows.channels();
        this.positions = windows.positions();
        this.inputs = binding.inputShape().size();
        this.y = new float[Math.multiplyExact(binding.batchSize(), this.windows * channels)];
        int[] taken = Arrays.stream(positions)
                .filter(position -> position != Windows.OUTSIDE)
                .sorted()
                .toArray();
        this.partition =
                Arrays.equals(taken, IntStream.range(0, inputs / channels).toArray());
        this.inputGradient = binding.asksInputGradient();
        this.dx = new float[inputGradient ? Math.multiplyExact(binding.batchSize(), inputs) : 0];
    }

    /**
     * Writes the outputs of one example.
     *
     * @param start where it starts in {@code x}
     * @param out where they start in {@link #y}
     */
    abstract void pool(float[] x, int start, int out);

    /** Adds the gradient of one example's outputs to {@link #dx}. */
    abstract void spread(float[] dy, int start, int out);

    /**
     * Gives a position its part of the gradient of one window.
     *
     * @param from where the part starts
     * @param start where the example starts in {@link #dx}
     */
    final void give(float[] part, int from, int start, int position) {
        int to = start + position * channels;
        if (partition) {
            System.arraycopy(part, from, dx, to, channels);
        } else {
            Rows.add(part, from, dx, to, channels);
        }
    }

    @Override
    public final Tensor forward(Tensor input, ForwardPass pass) {
        float[] x = input.values();
        int rows = input.rows();
        for (int row = 0; row < rows; row++) {
            pool(x, row * inputs, row * windows * channels);
        }
        return input.with(y);
    }

    @Override
    public final float[] backward(float[] dy, int rows) {
        if (!inputGradient) {
            return dx;
        }
        if (!partition) {
            Arrays.fill(dx, 0, rows * inputs, 0f);
        }
        for (int row = 0; row < rows; row++) {
            spread(dy, row * inputs, row * windows * channels);
        }
        return dx;
    }
}
