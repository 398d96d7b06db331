package io.kindling.layers;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.Arrays;

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
        private static final int DRAWS_PER_LONG = 4;
        private static final int LEVELS = 1 << 16;

        private final int threshold;
        private final float scale;
        private final int columns;
        /** What each value is multiplied by: zero, or the scale. */
        private final float[] factors;

        private final float[] y;
        private boolean dropped;

        Bound(double rate, LayerBinding binding) {
            this.threshold = (int) Math.round(rate * LEVELS);
            this.scale = (float) (1 / (1 - rate));
            this.columns = binding.inputShape().size();
            this.factors = new float[binding.batchSize() * columns + DRAWS_PER_LONG];
            this.y = new float[binding.batchSize() * columns];
        }

        @Override
        public float[] forward(float[] x, int rows, ForwardPass pass) {
            dropped = pass.training();
            if (!dropped) {
                return x;
            }
            int count = rows * columns;
            draw(pass.key(), count);
            for (int i = 0; i < count; i++) {
                y[i] = x[i] * factors[i];
            }
            return y;
        }

        /** Sixteen random bits decide on each value, so that one draw serves four. */
        private void draw(RandomKey key, int count) {
            Arrays.fill(factors, 0, count, scale);
            for (int i = 0; i < count; i += DRAWS_PER_LONG) {
                long bits = key.longAt(i);
                for (int j = 0; j < DRAWS_PER_LONG; j++) {
                    if ((bits >>> (16 * j) & (LEVELS - 1)) < threshold) {
                        factors[i + j] = 0f;
                    }
                }
            }
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            if (dropped) {
                int count = rows * columns;
                for (int i = 0; i < count; i++) {
                    dy[i] *= factors[i];
                }
            }
            return dy;
        }
    }
}
