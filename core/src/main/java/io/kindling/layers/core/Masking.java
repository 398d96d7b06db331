package io.kindling.layers.core;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.StepMask;
import io.kindling.layers.Tensor;
import io.kindling.layers.UnaryLayer;
import io.kindling.registry.Records;
import io.kindling.tensor.Shape;

/**
 * Tells the layers after it to pass over the steps of a sequence whose features all have a certain value, and sets
 * them to zero: (steps, features) to the same.
 *
 * <p>Keras' {@code Masking}: short sequences are filled up with that value. See {@link StepMask}.
 *
 * @param maskValue the value that fills
 */
public record Masking(double maskValue) implements UnaryLayer {

    /** Keras' default: zeros fill. */
    public static Masking of() {
        return new Masking(0);
    }

    public static Masking of(double maskValue) {
        return new Masking(maskValue);
    }

    public Masking maskValue(double maskValue) {
        return Records.with(this, "maskValue", maskValue);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input.requireSequence();
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound((float) maskValue, binding);
    }

    private static final class Bound implements BoundUnaryLayer {
        private final float maskValue;
        private final int features;
        private final StepMask mask;
        private final float[] y;

        Bound(float maskValue, LayerBinding binding) {
            this.maskValue = maskValue;
            this.features = binding.inputShape().last();
            int steps = binding.inputShape().dimension(0);
            this.mask = new StepMask(new boolean[Math.multiplyExact(binding.batchSize(), steps)], steps);
            this.y = new float[Math.multiplyExact(mask.present().length, features)];
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            float[] x = input.values();
            int rows = input.rows();
            for (int step = 0; step < rows * mask.steps(); step++) {
                int start = step * features;
                boolean present = false;
                for (int i = 0; i < features; i++) {
                    present |= x[start + i] != maskValue;
                }
                mask.present()[step] = present;
                for (int i = 0; i < features; i++) {
                    y[start + i] = present ? x[start + i] : 0f;
                }
            }
            return input.with(y).withMask(mask);
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            for (int step = 0; step < rows * mask.steps(); step++) {
                for (int i = 0; !mask.present()[step] && i < features; i++) {
                    dy[step * features + i] = 0f;
                }
            }
            return dy;
        }
    }
}
