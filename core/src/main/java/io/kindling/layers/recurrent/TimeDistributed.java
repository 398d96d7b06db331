package io.kindling.layers.recurrent;

import io.kindling.activations.Activation;
import io.kindling.layers.BoundLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.WeightSpec;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Applies one layer to every step of a sequence: {@code y[t] = layer(x[t])}, (steps, …) to (steps, …).
 *
 * <p>Keras' {@code TimeDistributed}. To the layer, steps are examples of one mini-batch.
 *
 * @param layer what is applied to each step
 */
public record TimeDistributed(Layer layer) implements Layer {

    public TimeDistributed {
        Objects.requireNonNull(layer, "TimeDistributed needs a layer. Received: null.");
    }

    public static TimeDistributed of(Layer layer) {
        return new TimeDistributed(layer);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() < 2) {
            throw new IllegalArgumentException(
                    "It needs sequences of shape (steps, …) with at least one axis more. Received: " + input + ".");
        }
        List<Integer> lengths = new ArrayList<>();
        lengths.add(input.dimension(0));
        lengths.addAll(layer.outputShape(step(input)).dimensions());
        return new Shape(lengths);
    }

    private static Shape step(Shape input) {
        return new Shape(input.dimensions().subList(1, input.rank()));
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        return layer.weights(step(input));
    }

    @Override
    public Activation outputActivation() {
        return layer.outputActivation();
    }

    @Override
    public Layer withoutOutputActivation() {
        return new TimeDistributed(layer.withoutOutputActivation());
    }

    @Override
    public Regularizer activityRegularizer() {
        return layer.activityRegularizer();
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        int steps = binding.inputShape().dimension(0);
        int batch = Math.multiplyExact(binding.batchSize(), steps);
        Shape input = step(binding.inputShape());
        return new Bound(
                layer.bind(
                        new LayerBinding(input, batch, binding.weights(), binding.training(), binding.inputGradient())),
                steps);
    }

    private record Bound(BoundLayer layer, int steps) implements BoundLayer {

        @Override
        public float[] forward(float[] x, int rows, ForwardPass pass) {
            return layer.forward(x, rows * steps, pass.withMask(null));
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            return layer.backward(dy, rows * steps);
        }

        @Override
        public void close() {
            layer.close();
        }
    }
}
