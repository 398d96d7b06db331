package io.kindling.layers;

import io.kindling.activations.Activation;
import io.kindling.errors.KindlingException;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A layer that was given a name, or was frozen; a network takes note of both and runs the layer inside.
 *
 * @param layer the layer
 * @param name its name in the network, or empty for Keras' usual one
 * @param trainable whether gradients change its weights; Keras' {@code trainable}
 */
public record NamedLayer(Layer layer, String name, boolean trainable) implements Layer {

    public NamedLayer {
        Objects.requireNonNull(layer, "A name needs a layer. Received: null.");
        if (name.contains("/")) {
            throw new KindlingException("The name of a layer has no slash. Received: " + name + ".");
        }
        if (layer instanceof NamedLayer inner) {
            name = name.isEmpty() ? inner.name : name;
            trainable &= inner.trainable;
            layer = inner.layer;
        }
    }

    /** A layer with its name and whether it is trained, whatever layer it is. */
    public static NamedLayer of(Layer layer) {
        return new NamedLayer(layer, "", true);
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return layer.outputShape(inputs);
    }

    @Override
    public List<WeightSpec> weights(List<Shape> inputs) {
        return layer.weights(inputs);
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        return layer.bind(binding);
    }

    @Override
    public List<Layer> parts() {
        return layer.parts();
    }

    @Override
    public Activation outputActivation() {
        return layer.outputActivation();
    }

    @Override
    public boolean supportsMasking() {
        return layer.supportsMasking();
    }

    @Override
    public Optional<Regularizer> outputPenalty() {
        return layer.outputPenalty();
    }

    @Override
    public boolean averagesMembers() {
        return layer.averagesMembers();
    }

    @Override
    public boolean takesList() {
        return layer.takesList();
    }

    @Override
    public List<String> callOptions() {
        return layer.callOptions();
    }
}
