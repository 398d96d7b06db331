package io.kindling.layers;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.tensor.Shape;
import java.util.Objects;

/**
 * An activation as a layer of its own; Keras' {@code Activation}.
 *
 * @param activation what is applied to the input
 */
public record ActivationLayer(Activation activation) implements Layer {

    public ActivationLayer {
        Objects.requireNonNull(activation, "Activation needs an activation. Received: null.");
    }

    public static ActivationLayer of(Activation activation) {
        return new ActivationLayer(activation);
    }

    /** By name, such as {@code "relu"}. */
    public static ActivationLayer of(String activation) {
        return new ActivationLayer(Activation.of(activation));
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Activation outputActivation() {
        return activation;
    }

    @Override
    public Layer withoutOutputActivation() {
        return new ActivationLayer(new Linear());
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        return activation.isIdentity() ? new PassThrough() : new Bound(activation, binding);
    }

    private static final class Bound implements BoundLayer {
        private final Activation activation;
        private final int columns;
        private final int rowsPerExample;
        private final float[] y;
        private float[] x;

        Bound(Activation activation, LayerBinding binding) {
            this.activation = activation;
            this.columns = binding.inputShape().last();
            this.rowsPerExample = binding.inputShape().size() / columns;
            this.y = new float[binding.batchSize() * binding.inputShape().size()];
        }

        @Override
        public float[] forward(float[] input, int rows, ForwardPass pass) {
            x = input;
            activation.forward(x, y, rows * rowsPerExample, columns);
            return y;
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            activation.backward(x, y, dy, dy, rows * rowsPerExample, columns);
            return dy;
        }
    }
}
