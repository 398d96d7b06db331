package io.kindling.models;

import io.kindling.errors.KindlingException;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.NamedLayer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network as a value: layers, each fed by the one before it.
 *
 * <pre>{@code
 * Sequential.of(
 *         Dense.of(64).activation("relu"),
 *         Dropout.of(0.2),
 *         Dense.of(10).activation("softmax"));
 * }</pre>
 *
 * @param layers at least one; the first may be an {@link Input}
 */
public record Sequential(List<Layer> layers) implements Network {

    public Sequential {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new KindlingException("A network needs at least one layer. Received: none.");
        }
        LayerNames.requireDistinct(
                LayerNames.given(layers.stream().map(NamedLayer::of).toList()));
        for (int i = 1; i < layers.size(); i++) {
            if (NamedLayer.of(layers.get(i)).layer() instanceof Input) {
                throw new KindlingException(
                        "An Input can only be the first layer. Received: one at position " + i + ".");
            }
        }
    }

    public static Sequential of(Layer... layers) {
        return new Sequential(List.of(layers));
    }

    /** The shape of one example, if the first layer states it. */
    public Optional<Shape> inputShape() {
        return NamedLayer.of(layers.get(0)).layer() instanceof Input input
                ? Optional.of(input.shape())
                : Optional.empty();
    }

    @Override
    public Sequential upTo(String layer) {
        List<String> names = names();
        NamePatterns.of(List.of(layer)).requireNames("layer", names);
        return new Sequential(layers.subList(0, names.indexOf(layer) + 1));
    }

    @Override
    public Sequential freeze(List<String> frozen) {
        List<String> names = names();
        NamePatterns patterns = NamePatterns.of(frozen);
        patterns.requireNames("layer", names);
        List<Layer> all = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            all.add(patterns.match(names.get(i)) ? layers.get(i).frozen() : layers.get(i));
        }
        return new Sequential(all);
    }

    @Override
    public Sequential then(Layer layer) {
        List<Layer> all = new ArrayList<>(layers);
        all.add(layer);
        return new Sequential(all);
    }

    private List<String> names() {
        return LayerNames.of(layers.stream().map(NamedLayer::of).toList());
    }

    @Override
    public boolean statesInput() {
        return inputShape().isPresent();
    }

    /** This network with its input shape stated, as it stands if it already is. */
    @Override
    public Sequential withInput(Shape shape) {
        if (inputShape().isPresent()) {
            return this;
        }
        List<Layer> all = new ArrayList<>();
        all.add(Input.of(shape));
        all.addAll(layers);
        return new Sequential(all);
    }

    /**
     * Every layer with its name, shapes and weights.
     *
     * @throws IllegalStateException if no {@link Input} states the shape of an example
     * @throws KindlingException if a layer cannot take what the one before it gives
     */
    @Override
    public NetworkPlan plan() {
        return NetworkPlan.of(
                this,
                inputShape()
                        .orElseThrow(() -> new IllegalStateException(
                                "The network does not state its input. Start it with Input.of(...).")));
    }

    /**
     * The network a JSON text describes; fields left out have Keras' defaults.
     *
     * @throws KindlingException if the text describes none, or a functional one; the message says where and why
     */
    public static Sequential fromJson(String json) {
        return require(Network.fromJson(json));
    }

    /**
     * The network {@link #toJson} wrote; a field left out is an error.
     *
     * @throws KindlingException if the text is not complete; the message says where and why
     */
    public static Sequential fromCompleteJson(String json) {
        return require(Network.fromCompleteJson(json));
    }

    private static Sequential require(Network network) {
        if (network instanceof Sequential sequential) {
            return sequential;
        }
        throw new KindlingException("The network is a functional one, not layers one after the other.");
    }
}
