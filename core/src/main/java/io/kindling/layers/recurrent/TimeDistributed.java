package io.kindling.layers.recurrent;

import io.kindling.activations.Activation;
import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.core.AppliedActivation;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Applies one layer to every step of a sequence: {@code y[t] = layer(x[t])}, (steps, …) to (steps, …).
 *
 * <p>Keras' {@code TimeDistributed}. To the layer, steps are examples of one mini-batch.
 *
 * @param layer what is applied to each step
 */
public record TimeDistributed(Layer layer) implements UnaryLayer {

    public TimeDistributed {
        Objects.requireNonNull(layer, "TimeDistributed needs a layer. Received: null.");
        if (!(layer instanceof UnaryLayer)) {
            throw new KindlingException("TimeDistributed needs a layer with one input. Received: " + layer + ".");
        }
    }

    public static TimeDistributed of(Layer layer) {
        return new TimeDistributed(layer);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() < 2) {
            throw new KindlingException(
                    "It needs sequences of shape (steps, …) with at least one axis more. Received: " + input + ".");
        }
        List<Integer> lengths = new ArrayList<>();
        lengths.add(input.dimension(0));
        lengths.addAll(applied().outputShape(step(input)).dimensions());
        return new Shape(lengths);
    }

    private UnaryLayer applied() {
        return (UnaryLayer) layer;
    }

    private static Shape step(Shape input) {
        return new Shape(input.dimensions().subList(1, input.rank()));
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        return applied().weights(step(input));
    }

    @Override
    public Activation outputActivation() {
        return layer.outputActivation();
    }

    /** Those of the layer; an activation alone does the same to all steps at once. */
    @Override
    public List<Layer> parts() {
        return layer.parts().stream()
                .map(part -> part instanceof AppliedActivation ? part : of(part))
                .toList();
    }

    @Override
    public Optional<Regularizer> outputPenalty() {
        return layer.outputPenalty();
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        int steps = binding.inputShape().dimension(0);
        int batch = Math.multiplyExact(binding.batchSize(), steps);
        return new Bound(applied().bind(binding.withInput(step(binding.inputShape()), batch)), steps);
    }

    private record Bound(BoundUnaryLayer layer, int steps) implements BoundUnaryLayer {

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            Tensor y = layer.forward(Tensor.of(input.values(), input.rows() * steps), pass);
            return input.with(y.values());
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
