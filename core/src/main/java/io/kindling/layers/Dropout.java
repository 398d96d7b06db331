package io.kindling.layers;

import io.kindling.tensor.Shape;

/**
 * Sets a random share of the values to zero in training and scales up the others to keep the mean; at inference it
 * changes nothing.
 *
 * <p>Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", JMLR 2014.
 *
 * @param rate the share, in [0, 1)
 */
public record Dropout(double rate) implements Layer {

    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("Dropout needs a rate in [0, 1). Received: " + rate + ".");
        }
    }

    public static Dropout of(double rate) {
        return new Dropout(rate);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        return binding.training() && rate > 0 ? new Bound(rate, binding) : new PassThrough();
    }

    private static final class Bound implements BoundLayer {
        private final double rate;
        private final int columns;
        /** What each value is multiplied by: zero, or the scale. */
        private final float[] factors;

        private final float[] y;
        private boolean dropped;

        Bound(double rate, LayerBinding binding) {
            this.rate = rate;
            this.columns = binding.inputShape().size();
            this.factors = new float[binding.batchSize() * columns];
            this.y = new float[binding.batchSize() * columns];
        }

        @Override
        public float[] forward(float[] x, int rows, ForwardPass pass) {
            dropped = pass.training();
            if (!dropped) {
                return x;
            }
            int count = rows * columns;
            DropMask.draw(factors, count, rate, pass.key());
            for (int i = 0; i < count; i++) {
                y[i] = x[i] * factors[i];
            }
            return y;
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            if (dropped) {
                DropMask.apply(factors, dy, rows * columns);
            }
            return dy;
        }
    }
}
