package io.kindling.layers.normalization;

import io.kindling.errors.KindlingException;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.Ones;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.StepMask;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.registry.Prefixed;
import io.kindling.registry.Records;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Brings each feature to mean 0 and variance 1 over the mini-batch, then scales and shifts it:
 * {@code gamma · (x - mean) / √(variance + epsilon) + beta}. At inference moving means take the place of the
 * mini-batch's; across workers they are averaged like every weight.
 *
 * <p>Features are the last axis; all others count as examples, but for steps that a {@link StepMask} leaves out. Ioffe and Szegedy, "Batch normalization",
 * arXiv:1502.03167.
 *
 * @param momentum how much of the moving statistics is kept at each step, in [0, 1]
 * @param epsilon keeps the divisor from zero; positive
 * @param center whether there is a beta
 * @param scale whether there is a gamma
 * @param beta how beta starts, and what holds it
 * @param gamma how gamma starts, and what holds it
 * @param movingMeanInitializer how the moving mean starts
 * @param movingVarianceInitializer how the moving variance starts
 */
public record BatchNormalization(
        double momentum,
        double epsilon,
        boolean center,
        boolean scale,
        @Prefixed WeightOptions beta,
        @Prefixed WeightOptions gamma,
        Initializer movingMeanInitializer,
        Initializer movingVarianceInitializer)
        implements NormalizingLayer<BatchNormalization> {

    public BatchNormalization {
        NormalizingLayer.requireEpsilon("BatchNormalization", epsilon);
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new KindlingException("BatchNormalization needs a momentum in [0, 1]. Received: " + momentum + ".");
        }
        Objects.requireNonNull(
                movingMeanInitializer, "BatchNormalization needs a moving_mean_initializer. Received: null.");
        Objects.requireNonNull(
                movingVarianceInitializer, "BatchNormalization needs a moving_variance_initializer. Received: null.");
    }

    /** Keras' defaults: momentum 0.99, epsilon 0.001, centred and scaled. */
    public static BatchNormalization of() {
        return new BatchNormalization(
                0.99,
                1e-3,
                true,
                true,
                WeightOptions.of(new Zeros()),
                WeightOptions.of(new Ones()),
                new Zeros(),
                new Ones());
    }

    public BatchNormalization momentum(double momentum) {
        return Records.with(this, "momentum", momentum);
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        Shape shape = Shape.of(input.last());
        List<WeightSpec> weights = new ArrayList<>(NormalizingLayer.super.weights(input));
        weights.add(WeightSpec.statistic("moving_mean", shape, movingMeanInitializer));
        weights.add(WeightSpec.statistic("moving_variance", shape, movingVarianceInitializer));
        return weights;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    private static final class Bound implements BoundUnaryLayer {
        private final float momentum;
        private final float epsilon;
        private final ScaleAndShift scaleAndShift;
        private final WeightSlice movingMean;
        private final WeightSlice movingVariance;
        private final int columns;
        private final int rowsPerExample;
        private final float[] mean;
        private final float[] variance;
        private final float[] inverseDeviations;
        private final float[] sums;
        private final float[] dots;
        private final float[] normalized;
        private final float[] y;
        private boolean ofBatch;
        private Optional<StepMask> mask = Optional.empty();
        /** How many rows the statistics are of. */
        private int present;

        Bound(BatchNormalization layer, LayerBinding binding) {
            this.momentum = (float) layer.momentum;
            this.epsilon = (float) layer.epsilon;
            this.movingMean = binding.weight("moving_mean");
            this.movingVariance = binding.weight("moving_variance");
            this.columns = binding.inputShape().last();
            this.scaleAndShift = new ScaleAndShift(binding.find("gamma"), binding.find("beta"), columns);
            this.rowsPerExample = binding.inputShape().size() / columns;
            this.mean = new float[columns];
            this.variance = new float[columns];
            this.inverseDeviations = new float[columns];
            this.sums = new float[columns];
            this.dots = new float[columns];
            int size = binding.batchSize() * binding.inputShape().size();
            this.normalized = new float[size];
            this.present = 1;
            this.y = new float[size];
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            float[] x = input.values();
            int examples = input.rows();
            int rows = examples * rowsPerExample;
            // As in Keras, a frozen one uses the statistics it has.
            ofBatch = pass.training() && !movingMean.spec().isFrozen();
            mask = input.mask();
            if (ofBatch) {
                present = mask.map(given -> Math.max(1, given.count(input.rows())))
                        .orElse(rows);
                measure(x, rows);
                move(movingMean, mean);
                move(movingVariance, variance);
            } else {
                System.arraycopy(movingMean.values(), movingMean.offset(), mean, 0, columns);
                System.arraycopy(movingVariance.values(), movingVariance.offset(), variance, 0, columns);
            }
            for (int i = 0; i < columns; i++) {
                inverseDeviations[i] = (float) (1 / Math.sqrt(variance[i] + epsilon));
            }
            for (int row = 0; row < rows; row++) {
                int start = row * columns;
                for (int i = 0; i < columns; i++) {
                    normalized[start + i] = (x[start + i] - mean[i]) * inverseDeviations[i];
                }
            }
            scaleAndShift.forward(normalized, y, rows);
            return input.with(y);
        }

        private boolean counts(int row) {
            return mask.isEmpty() || mask.get().present()[row];
        }

        private void measure(float[] x, int rows) {
            Arrays.fill(mean, 0f);
            Arrays.fill(variance, 0f);
            for (int row = 0; row < rows; row++) {
                int start = row * columns;
                if (counts(row)) {
                    for (int i = 0; i < columns; i++) {
                        mean[i] += x[start + i];
                    }
                }
            }
            for (int i = 0; i < columns; i++) {
                mean[i] /= present;
            }
            for (int row = 0; row < rows; row++) {
                int start = row * columns;
                if (counts(row)) {
                    for (int i = 0; i < columns; i++) {
                        float off = x[start + i] - mean[i];
                        variance[i] += off * off;
                    }
                }
            }
            for (int i = 0; i < columns; i++) {
                variance[i] /= present;
            }
        }

        private void move(WeightSlice moving, float[] current) {
            float[] values = moving.values();
            for (int i = 0; i < columns; i++) {
                int at = moving.offset() + i;
                values[at] = momentum * values[at] + (1f - momentum) * current[i];
            }
            moving.vector().changed();
        }

        @Override
        public float[] backward(float[] dy, int examples) {
            int rows = examples * rowsPerExample;
            scaleAndShift.backward(normalized, dy, rows);
            Arrays.fill(sums, 0f);
            Arrays.fill(dots, 0f);
            // Moving statistics do not depend on the input, so nothing flows back through them.
            for (int row = 0; ofBatch && row < rows; row++) {
                int start = row * columns;
                for (int i = 0; i < columns; i++) {
                    sums[i] += dy[start + i];
                    dots[i] += dy[start + i] * normalized[start + i];
                }
            }
            for (int row = 0; row < rows; row++) {
                int start = row * columns;
                float share = counts(row) ? 1f / present : 0f;
                for (int i = 0; i < columns; i++) {
                    float through = (sums[i] + normalized[start + i] * dots[i]) * share;
                    dy[start + i] = inverseDeviations[i] * (dy[start + i] - through);
                }
            }
            return dy;
        }
    }
}
