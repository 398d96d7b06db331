package io.kindling.layers.pooling;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.StepMask;
import io.kindling.layers.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * The mean of each channel over all steps that count: (steps, channels) to (channels), {@code y = Σ x / n}.
 *
 * <p>Keras' {@code GlobalAveragePooling1D}; the mean of an empty sequence is 0 here, not NaN.
 */
public record GlobalAveragePooling1D() implements GlobalPooling {

    @Override
    public int axes() {
        return 1;
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(binding);
    }

    private static final class Bound implements BoundUnaryLayer {
        private final int steps;
        private final int channels;
        private final float[] y;
        private final float[] dx;
        private Optional<StepMask> mask = Optional.empty();

        Bound(LayerBinding binding) {
            this.steps = binding.inputShape().dimension(0);
            this.channels = binding.inputShape().last();
            this.y = new float[Math.multiplyExact(binding.batchSize(), channels)];
            this.dx = new float[binding.training() ? Math.multiplyExact(y.length, steps) : 0];
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            float[] x = input.values();
            int rows = input.rows();
            mask = input.mask();
            Arrays.fill(y, 0, rows * channels, 0f);
            for (int row = 0; row < rows; row++) {
                float share = share(row);
                for (int step = 0; step < steps; step++) {
                    if (counts(row, step)) {
                        int from = (row * steps + step) * channels;
                        for (int i = 0; i < channels; i++) {
                            y[row * channels + i] += share * x[from + i];
                        }
                    }
                }
            }
            return Tensor.of(y, rows);
        }

        private boolean counts(int row, int step) {
            return mask.isEmpty() || mask.get().counts(row, step);
        }

        /** What a step that counts contributes to the mean. */
        private float share(int row) {
            int present = 0;
            for (int step = 0; step < steps; step++) {
                present += counts(row, step) ? 1 : 0;
            }
            return 1f / Math.max(present, 1);
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            for (int row = 0; row < rows; row++) {
                float share = share(row);
                for (int step = 0; step < steps; step++) {
                    float factor = counts(row, step) ? share : 0f;
                    int to = (row * steps + step) * channels;
                    for (int i = 0; i < channels; i++) {
                        dx[to + i] = factor * dy[row * channels + i];
                    }
                }
            }
            return dx;
        }
    }
}
