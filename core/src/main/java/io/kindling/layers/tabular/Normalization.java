package io.kindling.layers.tabular;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.UnaryLayer;
import io.kindling.registry.Records;
import io.kindling.registry.SingleOrList;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * Brings features to mean 0 and variance 1, {@code y = (x - mean) / max(√variance, 1e-7)}, or back with {@code invert},
 * {@code y = mean + x · max(√variance, 1e-7)}.
 *
 * <p>Keras' {@code Normalization} over the last axis, with mean and variance given. With a mean of 0 what is zero stays
 * zero; with another one sparse rows are written out.
 *
 * @param mean one per feature or one for all; finite
 * @param variance the same; not negative, finite
 * @param invert whether it goes back
 */
public record Normalization(
        @SingleOrList List<Double> mean, @SingleOrList List<Double> variance, boolean invert) implements UnaryLayer {
    /** What Keras divides by at least. */
    private static final double EPSILON = 1e-7;

    public Normalization {
        mean = FeatureLists.require("Normalization needs a finite mean", mean, Double::isFinite);
        variance = FeatureLists.require(
                "Normalization needs a finite variance of at least 0",
                variance,
                value -> value >= 0 && Double.isFinite(value));
    }

    public static Normalization of(List<Double> mean, List<Double> variance) {
        return new Normalization(mean, variance, false);
    }

    public Normalization invert(boolean invert) {
        return Records.with(this, "invert", invert);
    }

    @Override
    public Shape outputShape(Shape input) {
        FeatureLists.requireFit(input, "mean", mean);
        FeatureLists.requireFit(input, "variance", variance);
        return input;
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
        private final int features;
        private final int rowsPerExample;
        private final float[] shift;
        private final float[] factor;
        /** Whether the mean is added after the product, not subtracted before it. */
        private final boolean invert;

        private final float[] y;

        Bound(Normalization layer, LayerBinding binding) {
            this.features = binding.inputShape().last();
            this.rowsPerExample = binding.inputShape().size() / features;
            this.invert = layer.invert;
            this.shift = new float[features];
            this.factor = new float[features];
            this.y = new float
                    [Math.multiplyExact(
                            binding.batchSize(), binding.inputShape().size())];
            double[] mean = FeatureLists.spread(layer.mean, features);
            double[] variance = FeatureLists.spread(layer.variance, features);
            for (int i = 0; i < features; i++) {
                double deviation = Math.max(Math.sqrt(variance[i]), EPSILON);
                shift[i] = (float) mean[i];
                factor[i] = (float) (invert ? deviation : 1 / deviation);
            }
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            float[] x = input.values();
            int rows = input.rows() * rowsPerExample;
            for (int row = 0; row < rows; row++) {
                if (invert) {
                    widen(x, row * features);
                } else {
                    narrow(x, row * features);
                }
            }
            return input.with(y);
        }

        private void narrow(float[] x, int start) {
            for (int i = 0; i < features; i++) {
                y[start + i] = (x[start + i] - shift[i]) * factor[i];
            }
        }

        private void widen(float[] x, int start) {
            for (int i = 0; i < features; i++) {
                y[start + i] = x[start + i] * factor[i] + shift[i];
            }
        }

        @Override
        public float[] backward(float[] dy, int examples) {
            int rows = examples * rowsPerExample;
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < features; i++) {
                    dy[row * features + i] *= factor[i];
                }
            }
            return dy;
        }
    }
}
