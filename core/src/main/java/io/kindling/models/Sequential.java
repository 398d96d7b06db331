package io.kindling.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.activations.Activation;
import io.kindling.constraints.Constraint;
import io.kindling.initializers.Initializer;
import io.kindling.json.UntrustedJson;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.registry.RecordCodec;
import io.kindling.registry.Strictness;
import io.kindling.regularizers.Regularizer;
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
public record Sequential(List<Layer> layers) {
    private static final RecordCodec CODEC = new RecordCodec(List.of(
            Layers.registry(),
            Activation.registry(),
            Initializer.registry(),
            Regularizer.registry(),
            Constraint.registry()));
    /** What a text may hold at most; the deepest networks have some thousand layers. */
    private static final int MOST_LAYERS = 10_000;

    private static final int MOST_TOKENS = 1_000_000;

    public Sequential {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("A network needs at least one layer. Received: none.");
        }
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i) instanceof Input) {
                throw new IllegalArgumentException(
                        "An Input can only be the first layer. Received: one at position " + i + ".");
            }
        }
    }

    public static Sequential of(Layer... layers) {
        return new Sequential(List.of(layers));
    }

    /** The shape of one example, if the first layer states it. */
    public Optional<Shape> inputShape() {
        return layers.get(0) instanceof Input input ? Optional.of(input.shape()) : Optional.empty();
    }

    /** This network with its input shape stated, as it stands if it already is. */
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
     * @throws IllegalArgumentException if a layer cannot take what the one before it gives
     */
    public NetworkPlan plan() {
        return NetworkPlan.of(
                this,
                inputShape()
                        .orElseThrow(() -> new IllegalStateException(
                                "The network does not state its input. Start it with Input.of(...).")));
    }

    /** What Keras' {@code model.summary()} prints. */
    public String summary() {
        return Summary.of(plan());
    }

    /** This network as JSON, with every field written out. */
    public String toJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("class_name", "Sequential");
        ArrayNode array = root.putObject("config").putArray("layers");
        layers.forEach(layer -> array.add(CODEC.write(layer)));
        return root.toPrettyString();
    }

    /**
     * The network a JSON text describes; fields left out have Keras' defaults.
     *
     * @throws IllegalArgumentException if the text describes none; the message says where and why
     */
    public static Sequential fromJson(String json) {
        return read(json, Strictness.DEFAULTS);
    }

    /**
     * The network {@link #toJson} wrote; a field left out is an error.
     *
     * @throws IllegalArgumentException if the text is not complete; the message says where and why
     */
    public static Sequential fromCompleteJson(String json) {
        return read(json, Strictness.COMPLETE);
    }

    private static Sequential read(String json, Strictness strictness) {
        JsonNode list = layerList(json);
        if (list.size() > MOST_LAYERS) {
            throw new IllegalArgumentException(
                    "A network may have " + MOST_LAYERS + " layers at most. Received: " + list.size() + ".");
        }
        List<Layer> layers = new ArrayList<>();
        for (JsonNode node : list) {
            try {
                layers.add(requireLayer(CODEC.read(Layer.class, node, strictness)));
            } catch (IllegalArgumentException | NullPointerException wrong) {
                throw new IllegalArgumentException(
                        "Layer " + layers.size() + " of the network: " + wrong.getMessage(), wrong);
            }
        }
        return new Sequential(layers);
    }

    private static Layer requireLayer(Layer layer) {
        if (layer == null) {
            throw new IllegalArgumentException("It must be a layer. Received: null.");
        }
        return layer;
    }

    /** The layers, whether inside {@code config} as Keras writes them or at the top as a person may. */
    private static JsonNode layerList(String json) {
        JsonNode root;
        try {
            root = UntrustedJson.read(json, MOST_TOKENS);
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("The network " + broken.getMessage(), broken);
        }
        JsonNode list =
                root.isArray() ? root : root.has("config") ? root.get("config").get("layers") : root.get("layers");
        if (list == null || !list.isArray()) {
            throw new IllegalArgumentException(
                    "The network needs a list of layers: {\"layers\": [{\"class_name\": \"Dense\", \"config\": {\"units\": 10}}]}.");
        }
        return list;
    }
}
