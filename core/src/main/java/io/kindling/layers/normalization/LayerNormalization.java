package io.kindling.layers.normalization;

import io.kindling.constraints.Constraint;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.Ones;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.registry.Records;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Brings the features of each example to mean 0 and variance 1, then scales and shifts them:
 * {@code gamma · (x - mean) / √(variance + epsilon) + beta}, over the last axis.
 *
 * <p>Ba, Kiros and Hinton, "Layer normalization", arXiv:1607.06450.
 *
 * @param epsilon keeps the divisor from zero; positive
 * @param center whether there is a beta
 * @param scale whether there is a gamma
 * @param betaInitializer how beta starts
 * @param gammaInitializer how gamma starts
 * @param betaRegularizer the penalty on beta, or null
 * @param gammaRegularizer the penalty on gamma, or null
 * @param betaConstraint the limit on beta, or null
 * @param gammaConstraint the limit on gamma, or null
 */
public record LayerNormalization(
        double epsilon,
        boolean center,
        boolean scale,
        Initializer betaInitializer,
        Initializer gammaInitializer,
        Regularizer betaRegularizer,
        Regularizer gammaRegularizer,
        Constraint betaConstraint,
        Constraint gammaConstraint)
        implements UnaryLayer {

    public LayerNormalization {
        Normalizations.requireEpsilon("LayerNormalization", epsilon);
        Objects.requireNonNull(betaInitializer, "LayerNormalization needs a beta_initializer. Received: null.");
        Objects.requireNonNull(gammaInitializer, "LayerNormalization needs a gamma_initializer. Received: null.");
    }

    /** Keras' defaults: epsilon 0.001, centred and scaled. */
    public static LayerNormalization of() {
        return new LayerNormalization(1e-3, true, true, new Zeros(), new Ones(), null, null, null, null);
    }

    public LayerNormalization epsilon(double epsilon) {
        return Records.with(this, "epsilon", epsilon);
    }

    public LayerNormalization center(boolean center) {
        return Records.with(this, "center", center);
    }

    public LayerNormalization scale(boolean scale) {
        return Records.with(this, "scale", scale);
    }

    public LayerNormalization betaInitializer(Initializer betaInitializer) {
        return Records.with(this, "betaInitializer", betaInitializer);
    }

    public LayerNormalization gammaInitializer(Initializer gammaInitializer) {
        return Records.with(this, "gammaInitializer", gammaInitializer);
    }

    public LayerNormalization betaRegularizer(Regularizer betaRegularizer) {
        return Records.with(this, "betaRegularizer", betaRegularizer);
    }

    public LayerNormalization gammaRegularizer(Regularizer gammaRegularizer) {
        return Records.with(this, "gammaRegularizer", gammaRegularizer);
    }

    public LayerNormalization betaConstraint(Constraint betaConstraint) {
        return Records.with(this, "betaConstraint", betaConstraint);
    }

    public LayerNormalization gammaConstraint(Constraint gammaConstraint) {
        return Records.with(this, "gammaConstraint", gammaConstraint);
    }

    @Override
    public Shape outputShape(Shape input) {
        return Normalizations.requireFeatures(input);
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        Shape shape = Shape.of(input.last());
        List<WeightSpec> weights = new ArrayList<>();
        if (scale) {
            weights.add(WeightSpec.trainable("gamma", shape, gammaInitializer, gammaRegularizer, gammaConstraint));
        }
        if (center) {
            weights.add(WeightSpec.trainable("beta", shape, betaInitializer, betaRegularizer, betaConstraint));
        }
        return weights;
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    private static final class Bound implements BoundUnaryLayer {
        private final float epsilon;
        private final WeightSlice gamma;
        private final ColumnShift beta;
        private final int columns;
        private final int rowsPerExample;
        private final float[] normalized;
        private final float[] inverseDeviations;
        private final float[] y;

        Bound(LayerNormalization layer, LayerBinding binding) {
            this.epsilon = (float) layer.epsilon;
            this.gamma = layer.scale ? binding.weight("gamma") : null;
            this.columns = binding.inputShape().last();
            this.beta = new ColumnShift(layer.center ? binding.weight("beta") : null, columns);
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
            Normalizations.scaled(normalized, gamma, y, rows, columns);
            beta.add(y, rows);
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
            beta.gradient(dy, rows);
            Normalizations.scaleGradients(normalized, dy, gamma, rows, columns);
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
