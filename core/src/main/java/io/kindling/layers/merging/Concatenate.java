package io.kindling.layers.merging;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.StepMask;
import io.kindling.layers.Tensor;
import io.kindling.registry.Records;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Its inputs one after the other along one axis; Keras' {@code Concatenate}.
 *
 * @param axis the axis, counted from 1 as the batch is axis 0, or from -1 for the last backwards
 */
public record Concatenate(int axis) implements Merge {

    public Concatenate {
        if (axis == 0) {
            throw new KindlingException("Concatenate needs another axis than 0, the batch. Received: 0.");
        }
    }

    /** Keras' default: along the last axis. */
    public static Concatenate of() {
        return new Concatenate(-1);
    }

    public Concatenate axis(int axis) {
        return Records.with(this, "axis", axis);
    }

    /** The axis as one of those of an example. */
    private int axisOf(Shape input) {
        int found = axis < 0 ? input.rank() + axis : axis - 1;
        if (found < 0 || found >= input.rank()) {
            throw new KindlingException("It has no axis " + axis + " to join along. Received: " + input + ".");
        }
        return found;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Merge.requireInputs(inputs, 1, Integer.MAX_VALUE);
        int joined = axisOf(inputs.get(0));
        List<Integer> lengths = new ArrayList<>(inputs.get(0).dimensions());
        for (Shape input : inputs.subList(1, inputs.size())) {
            lengths.set(joined, 0);
            List<Integer> others = new ArrayList<>(input.dimensions());
            if (others.size() == lengths.size()) {
                others.set(joined, 0);
            }
            if (!others.equals(lengths)) {
                throw new KindlingException("It joins inputs along axis " + axis
                        + ", so they need the same lengths along all others. Received: " + inputs + ".");
            }
        }
        lengths.set(
                joined,
                inputs.stream().mapToInt(input -> input.dimension(joined)).reduce(0, Math::addExact));
        return new Shape(lengths);
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    private static final class Bound implements BoundLayer {
        private final List<Shape> shapes;
        private final int axis;
        /** How many values in a row belong to each input, and to the output. */
        private final int[] runs;

        private final int outputRun;
        private final int outputSize;
        private final float[] y;
        private final List<float[]> gradients = new ArrayList<>();

        Bound(Concatenate layer, LayerBinding binding) {
            this.shapes = binding.inputShapes();
            this.axis = layer.axisOf(shapes.get(0));
            this.runs = shapes.stream().mapToInt(this::run).toArray();
            Shape output = layer.outputShape(shapes);
            this.outputRun = run(output);
            this.outputSize = output.size();
            this.y = new float[Math.multiplyExact(binding.batchSize(), outputSize)];
            for (int i = 0; i < runs.length; i++) {
                int size = binding.asksInputGradient(i)
                        ? binding.batchSize() * shapes.get(i).size()
                        : 0;
                gradients.add(new float[size]);
            }
        }

        private int run(Shape shape) {
            return shape.dimensions().subList(axis, shape.rank()).stream().reduce(1, (a, b) -> a * b);
        }

        @Override
        public Tensor forward(List<Tensor> inputs, ForwardPass pass) {
            int rows = inputs.get(0).rows();
            int count = rows * outputSize / outputRun;
            int start = 0;
            for (int i = 0; i < runs.length; i++) {
                float[] x = inputs.get(i).values();
                for (int j = 0; j < count; j++) {
                    System.arraycopy(x, j * runs[i], y, j * outputRun + start, runs[i]);
                }
                start += runs[i];
            }
            Tensor joined = Tensor.of(y, rows);
            return mask(inputs).map(joined::withMask).orElse(joined);
        }

        /** Steps that are joined keep what they have; features that are joined count where any of them do. */
        private Optional<StepMask> mask(List<Tensor> inputs) {
            if (inputs.stream().allMatch(input -> input.mask().isEmpty())) {
                return Optional.empty();
            }
            int rows = inputs.get(0).rows();
            boolean alongSteps = axis == 0;
            int steps = alongSteps
                    ? outputRun * shapes.get(0).dimension(0) / runs[0]
                    : shapes.get(0).dimension(0);
            boolean[] present = new boolean[rows * steps];
            int start = 0;
            for (int i = 0; i < inputs.size(); i++) {
                int own = shapes.get(i).dimension(0);
                for (int row = 0; row < rows; row++) {
                    for (int step = 0; step < own; step++) {
                        present[row * steps + start + step] |= counts(inputs.get(i), row, step);
                    }
                }
                start += alongSteps ? own : 0;
            }
            return Optional.of(new StepMask(present, steps));
        }

        private static boolean counts(Tensor input, int row, int step) {
            return input.mask().isEmpty() || input.mask().get().counts(row, step);
        }

        @Override
        public List<float[]> gradients(float[] dy, int rows) {
            int count = rows * outputSize / outputRun;
            int start = 0;
            for (int i = 0; i < runs.length; i++) {
                float[] dx = gradients.get(i);
                for (int j = 0; dx.length > 0 && j < count; j++) {
                    System.arraycopy(dy, j * outputRun + start, dx, j * runs[i], runs[i]);
                }
                start += runs[i];
            }
            return gradients;
        }
    }
}
