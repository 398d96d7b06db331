package io.kindling.examples.extension;

import io.kindling.initializers.Constant;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.registry.Prefixed;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Multiplies each feature by a number that is learned: {@code y = gamma · x}, over the last axis. At the end of a
 * residual branch it lets the branch begin small.
 *
 * <p>Touvron et al., "Going deeper with image transformers", arXiv:2103.17239.
 *
 * @param gamma how the numbers start, and what holds them
 */
public record LayerScale(@Prefixed WeightOptions gamma) implements UnaryLayer {

    /** Numbers that start at 0.1. */
    public static LayerScale of() {
        return new LayerScale(WeightOptions.of(new Constant(0.1)));
    }

    @Override
    public Shape outputShape(Shape input) {
        return input.requireFeatures();
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        return List.of(gamma.weight("gamma", Shape.of(input.last())));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(binding);
    }

    private static final class Bound implements BoundUnaryLayer {
        private final WeightSlice gamma;
        private final int size;
        private final int columns;
        private final float[] y;
        private float[] x = {};

        Bound(LayerBinding binding) {
            this.gamma = binding.weight("gamma");
            this.size = binding.inputShape().size();
            this.columns = binding.inputShape().last();
            this.y = new float[Math.multiplyExact(binding.batchSize(), size)];
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            x = input.values();
            for (int i = 0; i < input.rows() * size; i++) {
                y[i] = gamma.values()[gamma.offset() + i % columns] * x[i];
            }
            return input.with(y);
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            Arrays.fill(gamma.gradient(), gamma.offset(), gamma.offset() + columns, 0f);
            for (int i = 0; i < rows * size; i++) {
                int at = gamma.offset() + i % columns;
                gamma.gradient()[at] += dy[i] * x[i];
                dy[i] *= gamma.values()[at];
            }
            return dy;
        }
    }
}
