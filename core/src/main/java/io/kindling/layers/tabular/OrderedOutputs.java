package io.kindling.layers.tabular;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.tensor.Shape;

/**
 * Makes numbers increase, as the quantiles of one value must: of every {@code size} numbers the first stays and each other one
 * is the one before plus a positive step, {@code y[0] = x[0]}, {@code y[k] = y[k-1] + log(1 + e^x[k])}.
 *
 * <p>Gasthaus et al., "Probabilistic forecasting with spline quantile function RNNs", AISTATS 2019, build increasing functions
 * so. NaN stays NaN, there and in the numbers after it.
 *
 * @param size how many numbers belong together; at least 1, a divisor of the last axis
 */
public record OrderedOutputs(int size) implements UnaryLayer {

    public OrderedOutputs {
        if (size < 1) {
            throw new KindlingException("OrderedOutputs needs a size of at least 1. Received: " + size + ".");
        }
    }

    public static OrderedOutputs of(int size) {
        return new OrderedOutputs(size);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.requireFeatures().last() % size != 0) {
            throw new KindlingException("Its size of " + size
                    + " needs a last axis of as many numbers, or of a multiple" + " of that. Received: " + input + ".");
        }
        return input;
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(size, binding);
    }

    /** In double, in which no step of single precision overflows. */
    private static final class Bound extends RowLayer {
        private final int size;
        private final int features;

        Bound(int size, LayerBinding binding) {
            super(binding, binding.inputShape().last());
            this.size = size;
            this.features = binding.inputShape().last();
        }

        @Override
        void forward(float[] x, int from, float[] y, int to) {
            for (int i = 0; i < features; i++) {
                boolean first = i % size == 0;
                y[to + i] = first ? x[from + i] : (float) (y[to + i - 1] + step(x[from + i]));
            }
        }

        private static double step(double x) {
            return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        }

        @Override
        void backward(float[] x, int from, float[] dy, int to, float[] dx) {
            double sum = 0;
            for (int i = features - 1; i >= 0; i--) {
                boolean first = i % size == 0;
                sum += dy[to + i];
                dx[from + i] = (float) (first ? sum : sum / (1 + Math.exp(-x[from + i])));
                if (first) {
                    sum = 0;
                }
            }
        }
    }
}
