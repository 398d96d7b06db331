package io.kindling.layers.merging;

import io.kindling.layers.BoundLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.StepMask;
import io.kindling.layers.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The product of its inputs: {@code y = Π x}; Keras' {@code Multiply}. A step that does not count in an input is a factor of
 * 1; where it counts in none, and all have masks, the output is 0.
 */
public record Multiply() implements ElementwiseMerge {

    public static Multiply of() {
        return new Multiply();
    }

    @Override
    public void merge(List<float[]> inputs, float[] y, int n) {
        System.arraycopy(inputs.get(0), 0, y, 0, n);
        for (float[] x : inputs.subList(1, inputs.size())) {
            for (int i = 0; i < n; i++) {
                y[i] *= x[i];
            }
        }
    }

    @Override
    public void gradient(List<float[]> inputs, float[] y, float[] dy, int input, float[] dx, int n) {
        System.arraycopy(dy, 0, dx, 0, n);
        for (int other = 0; other < inputs.size(); other++) {
            float[] x = inputs.get(other);
            for (int i = 0; other != input && i < n; i++) {
                dx[i] *= x[i];
            }
        }
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    private static final class Bound extends BoundElementwiseMerge {
        /** Each input with ones where it does not count; empty until it has a mask. */
        private final List<float[]> filled = new ArrayList<>();

        private final List<Tensor> given = new ArrayList<>();

        Bound(Multiply layer, LayerBinding binding) {
            super(layer, binding);
            binding.inputShapes().forEach(shape -> {
                filled.add(new float[0]);
                given.add(Tensor.of(new float[0], 0));
            });
        }

        @Override
        float[] entering(int input, float[] x, Tensor tensor) {
            given.set(input, tensor);
            if (tensor.mask().isEmpty()) {
                return x;
            }
            if (filled.get(input).length < x.length) {
                filled.set(input, new float[x.length]);
            }
            float[] target = filled.get(input);
            System.arraycopy(x, 0, target, 0, tensor.rows() * outputSize);
            fill(target, tensor.mask().get(), tensor.rows(), 1f);
            return target;
        }

        private void fill(float[] values, StepMask mask, int rows, float value) {
            int perStep = outputSize / mask.steps();
            for (int step = 0; step < rows * mask.steps(); step++) {
                if (!mask.present()[step]) {
                    Arrays.fill(values, step * perStep, (step + 1) * perStep, value);
                }
            }
        }

        @Override
        Tensor leaving(Tensor merged, StepMask mask) {
            fill(merged.values(), mask, merged.rows(), 0f);
            return merged.withMask(mask);
        }

        @Override
        public List<float[]> gradients(float[] dy, int rows) {
            List<float[]> gradients = super.gradients(dy, rows);
            for (int i = 0; i < gradients.size(); i++) {
                float[] gradient = gradients.get(i);
                if (gradient.length > 0) {
                    given.get(i).mask().ifPresent(mask -> fill(gradient, mask, rows, 0f));
                }
            }
            return gradients;
        }
    }
}
