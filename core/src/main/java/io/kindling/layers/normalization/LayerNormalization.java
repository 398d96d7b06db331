package io.kindling.layers.normalization;

import io.kindling.initializers.Ones;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightOptions;
import io.kindling.registry.Prefixed;

/**
 * Brings the features of each example to mean 0 and variance 1, then scales and shifts them:
 * {@code gamma · (x - mean) / √(variance + epsilon) + beta}, over the last axis.
 *
 * <p>Ba, Kiros and Hinton, "Layer normalization", arXiv:1607.06450.
 *
 * @param epsilon keeps the divisor from zero; positive
 * @param center whether there is a beta
 * @param scale whether there is a gamma
 * @param beta how beta starts, and what holds it
 * @param gamma how gamma starts, and what holds it
 */
public record LayerNormalization(
        double epsilon,
        boolean center,
        boolean scale,
        @Prefixed WeightOptions beta,
        @Prefixed WeightOptions gamma) implements NormalizingLayer<LayerNormalization> {

    public LayerNormalization {
        NormalizingLayer.requireEpsilon("LayerNormalization", epsilon);
    }

    /** Keras' defaults: epsilon 0.001, centred and scaled. */
    public static LayerNormalization of() {
        return new LayerNormalization(1e-3, true, true, WeightOptions.of(new Zeros()), WeightOptions.of(new Ones()));
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    private static final class Bound implements BoundUnaryLayer {
        private final float epsilon;
        private final ScaleAndShift scaleAndShift;
        private final int columns;
        private final int rowsPerExample;
        private final float[] normalized;
        private final float[] inverseDeviations;
        private final float[] y;

        Bound(LayerNormalization layer, LayerBinding binding) {
            this.epsilon = (float) layer.epsilon;
            this.columns = binding.inputShape().last();
            this.scaleAndShift = new ScaleAndShift(binding.find("gamma"), binding.find("beta"), columns);
            this.rowsPerExample = binding.inputShape().size() / columns;
            int rows = binding.batchSize() * rowsPerExample;
            this.normalized = new float[rows * columns];
            this.inverseDeviations = new float[rows];
            this.y = new float[rows * columns];
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            float[] x = input.values();
            int examples = input.rows();
            int rows = examples * rowsPerExample;
            for (int row = 0; row < rows; row++) {
                normalize(x, row);
            }
            scaleAndShift.forward(normalized, y, rows);
            return input.with(y);
        }

        private void normalize(float[] x, int row) {
            int start = row * columns;
            float mean = 0;
            for (int i = start; i < start + columns; i++) {
                mean += x[i];
            }
            mean /= columns;
            float variance = 0;
            for (int i = start; i < start + columns; i++) {
                variance += (x[i] - mean) * (x[i] - mean);
            }
            float inverse = (float) (1 / Math.sqrt(variance / columns + epsilon));
            inverseDeviations[row] = inverse;
            for (int i = start; i < start + columns; i++) {
                normalized[i] = (x[i] - mean) * inverse;
            }
        }

        @Override
        public float[] backward(float[] dy, int examples) {
            int rows = examples * rowsPerExample;
            scaleAndShift.backward(normalized, dy, rows);
            for (int row = 0; row < rows; row++) {
                int start = row * columns;
                float sum = 0;
                float dot = 0;
                for (int i = start; i < start + columns; i++) {
                    sum += dy[i];
                    dot += dy[i] * normalized[i];
                }
                sum /= columns;
                dot /= columns;
                for (int i = start; i < start + columns; i++) {
                    dy[i] = inverseDeviations[row] * (dy[i] - sum - normalized[i] * dot);
                }
            }
            return dy;
        }
    }
}
