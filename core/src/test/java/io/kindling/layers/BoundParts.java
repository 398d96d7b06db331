package io.kindling.layers;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One layer in all its parts, run without a network. */
public final class BoundParts implements AutoCloseable {
    private final List<BoundLayer> parts = new ArrayList<>();
    private final List<Shape> inputs;
    private final int outputSize;

    /** The layer with weights, to which every part takes those it names. */
    public BoundParts(Layer layer, List<Shape> inputs, int batchSize, List<WeightSlice> weights, boolean training) {
        this(layer, inputs, batchSize, weights, training, true);
    }

    public BoundParts(
            Layer layer,
            List<Shape> inputs,
            int batchSize,
            List<WeightSlice> weights,
            boolean training,
            boolean inputGradient) {
        this.inputs = inputs;
        List<Shape> shapes = inputs;
        for (Layer part : layer.parts()) {
            boolean asked = training && (inputGradient || !parts.isEmpty());
            List<Boolean> wanted = shapes.stream().map(shape -> asked).toList();
            parts.add(part.bind(new LayerBinding(shapes, batchSize, weights, training, wanted, !parts.isEmpty())));
            shapes = List.of(part.outputShape(shapes));
        }
        this.outputSize = shapes.get(0).size();
    }

    /** A layer with one input. */
    public static BoundParts of(Layer layer, Shape input, int batchSize, List<WeightSlice> weights) {
        return new BoundParts(layer, List.of(input), batchSize, weights, true);
    }

    /** The output, as a copy. */
    public float[] forward(float[] x, int rows, ForwardPass pass) {
        return Arrays.copyOf(forward(List.of(Tensor.of(x, rows)), pass).values(), rows * outputSize);
    }

    /** A prediction, as a copy. */
    public float[] forward(float[] x, int rows) {
        return forward(x, rows, ForwardPass.INFERENCE);
    }

    /** A step with a seed, as a copy. */
    public float[] forward(float[] x, int rows, int seed) {
        return forward(x, rows, ForwardPass.training(RandomKey.of(seed)));
    }

    /** The output for several inputs. */
    public Tensor forward(List<Tensor> x, ForwardPass pass) {
        List<Tensor> values = x;
        for (BoundLayer part : parts) {
            values = List.of(part.forward(values, pass));
        }
        return values.get(0);
    }

    /** The gradient of the only input, as a copy; empty if it was not asked for. */
    public float[] backward(float[] dy, int rows) {
        float[] dx = gradients(dy, rows).get(0);
        return Arrays.copyOf(dx, Math.min(dx.length, rows * inputs.get(0).size()));
    }

    /** The gradients of the inputs. */
    public List<float[]> gradients(float[] dy, int rows) {
        List<float[]> gradients = List.of(dy.clone());
        for (int i = parts.size() - 1; i >= 0; i--) {
            gradients = parts.get(i).gradients(gradients.get(0), rows);
        }
        return gradients;
    }

    /** The mask of the output for an input with one. */
    public Optional<StepMask> mask(Tensor x) {
        return forward(List.of(x), ForwardPass.INFERENCE).mask();
    }

    @Override
    public void close() {
        parts.forEach(BoundLayer::close);
    }
}
