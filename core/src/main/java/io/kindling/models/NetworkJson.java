package io.kindling.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.errors.KindlingException;
import io.kindling.json.UntrustedJson;
import io.kindling.layers.Layer;
import io.kindling.registry.Strictness;
import java.util.ArrayList;
import java.util.List;

/** Networks as JSON, in Keras' form of both kinds. */
final class NetworkJson {
    private static final String SEQUENTIAL = "Sequential";
    private static final String FUNCTIONAL = "Functional";
    /** What a text may hold at most; the deepest networks have some thousand layers. */
    private static final int MOST_LAYERS = 10_000;

    private static final int MOST_TOKENS = 1_000_000;

    private NetworkJson() {}

    static String write(Network network) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        if (network instanceof Functional functional) {
            root.put("class_name", FUNCTIONAL);
            GraphJson.write(functional, root.putObject("config"));
        } else {
            root.put("class_name", SEQUENTIAL);
            ArrayNode layers = root.putObject("config").putArray("layers");
            ((Sequential) network).layers().forEach(layer -> layers.add(LayerJson.write(layer)));
        }
        return root.toPrettyString();
    }

    /**
     * Reads a network.
     *
     * @throws KindlingException if the text describes none
     */
    static Network read(String json, Strictness strictness) {
        JsonNode root = root(json);
        JsonNode layers = layerList(root);
        if (layers.size() > MOST_LAYERS) {
            throw new KindlingException(
                    "A network may have " + MOST_LAYERS + " layers at most. Received: " + layers.size() + ".");
        }
        JsonNode config = root.has("config") ? root.get("config") : root;
        return GraphJson.isGraph(config) ? GraphJson.read(config, strictness) : sequential(layers, strictness);
    }

    private static Sequential sequential(JsonNode list, Strictness strictness) {
        List<Layer> layers = new ArrayList<>();
        for (JsonNode node : list) {
            try {
                layers.add(LayerJson.read(node, strictness));
            } catch (IllegalArgumentException | NullPointerException wrong) {
                throw new KindlingException("Layer " + layers.size() + " of the network: " + wrong.getMessage(), wrong);
            }
        }
        return new Sequential(layers);
    }

    private static JsonNode root(String json) {
        try {
            return UntrustedJson.read(json, MOST_TOKENS);
        } catch (KindlingException broken) {
            throw new KindlingException("The network " + broken.getMessage(), broken);
        }
    }

    /** The layers, whether inside {@code config} as Keras writes them or at the top as a person may. */
    private static JsonNode layerList(JsonNode root) {
        JsonNode list =
                root.isArray() ? root : root.has("config") ? root.get("config").get("layers") : root.get("layers");
        if (list == null || !list.isArray()) {
            throw new KindlingException(
                    "The network needs a list of layers: {\"layers\": [{\"class_name\": \"Dense\", \"config\": {\"units\": 10}}]}.");
        }
        return list;
    }
}
