package io.kindling.layers.tabular;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.tensor.Shape;
import java.util.Arrays;

/**
 * Makes probabilities less or more certain: {@code y = x^(1/T) / Σ x^(1/T)} over the last axis; a single number is the
 * probability of yes beside that of no. The largest stays the largest. The same as dividing the logits under a softmax by T.
 *
 * <p>Numbers below 0 are as 0; rows without any above are the same everywhere. NaN makes all of a row NaN. Guo et al., "On
 * calibration of modern neural networks", arXiv:1706.04599.
 *
 * @param temperature T, above 1 for less certain ones; positive
 */
public record TemperatureScaling(double temperature) implements UnaryLayer {

    public TemperatureScaling {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw new KindlingException(
                    "TemperatureScaling needs a positive temperature. Received: " + temperature + ".");
        }
    }

    public static TemperatureScaling of(double temperature) {
        return new TemperatureScaling(temperature);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input.requireFeatures();
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(1 / temperature, binding);
    }

    private static final class Bound extends RowLayer {
        private final double power;
        private final int columns;
        /** The numbers of a row; of a single one also what is left to 1. */
        private final double[] given;

        private final double[] scaled;

        Bound(double power, LayerBinding binding) {
            super(binding, binding.inputShape().last());
            this.power = power;
            this.columns = binding.inputShape().last();
            this.given = new double[Math.max(2, columns)];
            this.scaled = new double[given.length];
        }

        /** Scales by the largest, so that no power is too small. */
        private void scale(float[] x, int from) {
            for (int i = 0; i < columns; i++) {
                given[i] = positive(x[from + i]);
            }
            if (columns == 1) {
                given[1] = positive(1 - given[0]);
            }
            double largest = Arrays.stream(given).max().orElseThrow();
            double sum = 0;
            for (int i = 0; i < given.length; i++) {
                scaled[i] = largest == 0 ? 1 : Math.pow(given[i] / largest, power);
                sum += scaled[i];
            }
            for (int i = 0; i < given.length; i++) {
                scaled[i] /= sum;
            }
        }

        /** NaN stays. */
        private static double positive(double x) {
            return x < 0 ? 0 : x;
        }

        @Override
        void forward(float[] x, int from, float[] y, int to) {
            scale(x, from);
            for (int i = 0; i < columns; i++) {
                y[to + i] = (float) scaled[i];
            }
        }

        @Override
        void backward(float[] x, int from, float[] dy, int to, float[] dx) {
            scale(x, from);
            double mean = 0;
            for (int i = 0; i < columns; i++) {
                mean += dy[to + i] * scaled[i];
            }
            for (int i = 0; i < columns; i++) {
                double slope = given[i] > 0 ? power * scaled[i] / given[i] * (dy[to + i] - mean) : 0;
                dx[from + i] = (float) slope;
            }
            if (columns == 1 && given[0] > 0 && given[1] > 0) {
                dx[from] = (float) (power * dy[to] * scaled[0] * scaled[1] * (1 / given[0] + 1 / given[1]));
            }
        }
    }
}
