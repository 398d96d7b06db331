package io.kindling.layers.tabular;

import io.kindling.data.FeatureRows;
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
 * <p>Keras' {@code Normalization} over the last axis, with mean and variance given. With means of 0 what is zero stays
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
        Bound bound = new Bound(this, binding);
        boolean keepsZeros = mean.stream().allMatch(value -> value == 0);
        return keepsZeros && binding.inputShape().rank() == 1 ? new Factors(bound, binding) : bound;
    }

    /** What multiplies only: sparse rows stay so. */
    private static final class Factors implements BoundUnaryLayer {
        private final Bound ofAll;
        private final FeatureRows scaled;

        Factors(Bound ofAll, LayerBinding binding) {
            this.ofAll = ofAll;
            this.scaled =
                    new FeatureRows(binding.batchSize(), binding.inputShape().size());
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            if (input.sparse().isEmpty()) {
                return ofAll.forward(input, pass);
            }
            scaled.takeScaled(input.sparse().get(), ofAll.factor);
            return Tensor.of(scaled);
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            return ofAll.backward(dy, rows);
        }
    }

    private static final class Bound extends RowLayer {
        private final float[] shift;
        private final float[] factor;
        /** Whether the mean is added after the product, not subtracted before it. */
        private final boolean invert;

        Bound(Normalization layer, LayerBinding binding) {
            super(binding, binding.inputShape().last());
            int features = binding.inputShape().last();
            this.invert = layer.invert;
            this.shift = new float[features];
            this.factor = new float[features];
            double[] mean = FeatureLists.spread(layer.mean, features);
            double[] variance = FeatureLists.spread(layer.variance, features);
            for (int i = 0; i < features; i++) {
                double deviation = Math.max(Math.sqrt(variance[i]), EPSILON);
                shift[i] = (float) mean[i];
                factor[i] = (float) (invert ? deviation : 1 / deviation);
            }
        }

        @Override
        void forward(float[] x, int from, float[] y, int to) {
            if (invert) {
                widen(x, from, y, to);
            } else {
                narrow(x, from, y, to);
            }
        }

        private void narrow(float[] x, int from, float[] y, int to) {
            for (int i = 0; i < shift.length; i++) {
                y[to + i] = (x[from + i] - shift[i]) * factor[i];
            }
        }

        private void widen(float[] x, int from, float[] y, int to) {
            for (int i = 0; i < shift.length; i++) {
                y[to + i] = x[from + i] * factor[i] + shift[i];
            }
        }

        @Override
        void backward(float[] x, int from, float[] dy, int to, float[] dx) {
            for (int i = 0; i < factor.length; i++) {
                dx[from + i] = dy[to + i] * factor[i];
            }
        }
    }
}
