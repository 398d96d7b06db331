package io.kindling.layers.merging;

import io.kindling.layers.BoundLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.StepMask;
import io.kindling.layers.Tensor;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The running form of an {@link ElementwiseMerge}. A step counts in the output if it does in any input, and all have masks. */
class BoundElementwiseMerge implements BoundLayer {
    final int outputSize;

    private final ElementwiseMerge layer;
    private final List<Broadcast> inputs = new ArrayList<>();
    private final List<float[]> gradients = new ArrayList<>();
    private final float[] y;
    /** The inputs in the shape of the output. */
    private final List<float[]> values = new ArrayList<>();

    BoundElementwiseMerge(ElementwiseMerge layer, LayerBinding binding) {
        this.layer = layer;
        Shape output = layer.outputShape(binding.inputShapes());
        this.outputSize = output.size();
        int size = Math.multiplyExact(binding.batchSize(), outputSize);
        for (int i = 0; i < binding.inputShapes().size(); i++) {
            boolean gradient = binding.asksInputGradient(i);
            inputs.add(new Broadcast(binding.inputShapes().get(i), output, binding.batchSize(), gradient));
            gradients.add(new float[gradient ? size : 0]);
        }
        this.y = new float[size];
    }

    @Override
    public Tensor forward(List<Tensor> x, ForwardPass pass) {
        int rows = x.get(0).rows();
        values.clear();
        for (int i = 0; i < x.size(); i++) {
            values.add(entering(i, inputs.get(i).of(x.get(i).values(), rows), x.get(i)));
        }
        layer.merge(values, y, rows * outputSize);
        Tensor merged = Tensor.of(y, rows);
        return anyCounts(x).map(mask -> leaving(merged, mask)).orElse(merged);
    }

    /** An input's values as they are merged. */
    float[] entering(int input, float[] x, Tensor given) {
        return x;
    }

    /** The output, if all inputs have masks. */
    Tensor leaving(Tensor merged, StepMask mask) {
        return merged.withMask(mask);
    }

    private static Optional<StepMask> anyCounts(List<Tensor> x) {
        if (x.stream().anyMatch(input -> input.mask().isEmpty())) {
            return Optional.empty();
        }
        StepMask first = x.get(0).mask().orElseThrow();
        boolean[] present = first.present().clone();
        for (Tensor input : x) {
            boolean[] other = input.mask().orElseThrow().present();
            for (int step = 0; step < x.get(0).rows() * first.steps(); step++) {
                present[step] |= other[step];
            }
        }
        return Optional.of(new StepMask(present, first.steps()));
    }

    @Override
    public List<float[]> gradients(float[] dy, int rows) {
        List<float[]> all = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            float[] gradient = gradients.get(i);
            if (gradient.length > 0) {
                layer.gradient(values, y, dy, i, gradient, rows * outputSize);
                gradient = inputs.get(i).gradient(gradient, rows);
            }
            all.add(gradient);
        }
        return all;
    }
}
