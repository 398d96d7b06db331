package io.kindling.layers.normalization;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightSlice;
import java.util.Optional;

/**
 * The running form of the normalizations that divide each row by a length:
 * {@code scale · x / √max(factor · Σx² + epsilon, least)}.
 */
final class BoundNormDivision implements BoundUnaryLayer {
    private final ScaleAndShift scale;

    private final float factor;
    private final float epsilon;
    private final float least;
    private final int columns;
    private final int rowsPerExample;
    private final float[] normalized;
    private final float[] inverses;
    private final float[] y;

    BoundNormDivision(Optional<WeightSlice> scale, float factor, float epsilon, float least, LayerBinding binding) {
        this.factor = factor;
        this.epsilon = epsilon;
        this.least = least;
        this.columns = binding.inputShape().last();
        this.scale = new ScaleAndShift(scale, Optional.empty(), columns);
        this.rowsPerExample = binding.inputShape().size() / columns;
        int rows = binding.batchSize() * rowsPerExample;
        this.normalized = new float[rows * columns];
        this.inverses = new float[rows];
        this.y = new float[rows * columns];
    }

    @Override
    public Tensor forward(Tensor input, ForwardPass pass) {
        float[] x = input.values();
        int examples = input.rows();
        int rows = examples * rowsPerExample;
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            float squares = 0;
            for (int i = start; i < start + columns; i++) {
                squares += x[i] * x[i];
            }
            inverses[row] = (float) (1 / Math.sqrt(Math.max(factor * squares + epsilon, least)));
            for (int i = start; i < start + columns; i++) {
                normalized[i] = x[i] * inverses[row];
            }
        }
        scale.forward(normalized, y, rows);
        return input.with(y);
    }

    @Override
    public float[] backward(float[] dy, int examples) {
        int rows = examples * rowsPerExample;
        scale.backward(normalized, dy, rows);
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            float dot = 0;
            for (int i = start; i < start + columns; i++) {
                dot += dy[i] * normalized[i];
            }
            dot *= factor;
            for (int i = start; i < start + columns; i++) {
                dy[i] = inverses[row] * (dy[i] - normalized[i] * dot);
            }
        }
        return dy;
    }
}
