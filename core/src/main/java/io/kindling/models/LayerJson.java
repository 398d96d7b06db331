package io.kindling.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.activations.Activation;
import io.kindling.constraints.Constraint;
import io.kindling.errors.KindlingException;
import io.kindling.initializers.Initializer;
import io.kindling.layers.Layer;
import io.kindling.layers.NamedLayer;
import io.kindling.registry.RecordCodec;
import io.kindling.registry.Strictness;
import io.kindling.regularizers.Regularizer;
import java.util.ArrayList;
import java.util.List;

/**
 * One layer as JSON, in Keras' form: {@code {"class_name": "Dense", "config": {"name": "tower", "units": 64, …}}}. The name
 * and {@code trainable} stand in the config where they are not the usual ones.
 */
final class LayerJson {
    private static final RecordCodec CODEC = new RecordCodec(List.of(
            Layers.registry(),
            Activation.registry(),
            Initializer.registry(),
            Regularizer.registry(),
            Constraint.registry()));
    private static final String CLASS_NAME = "class_name";
    private static final String CONFIG = "config";
    private static final String NAME = "name";
    private static final String TRAINABLE = "trainable";
    private static final String INPUT = "InputLayer";
    private static final String SHAPE = "shape";
    private static final String BATCH_SHAPE = "batch_shape";

    private LayerJson() {}

    static JsonNode write(Layer layer) {
        NamedLayer named = NamedLayer.of(layer);
        JsonNode written = CODEC.write(named.layer());
        if (named.name().isEmpty() && named.trainable()) {
            return written;
        }
        ObjectNode object = written.isTextual()
                ? JsonNodeFactory.instance.objectNode().set(CLASS_NAME, written)
                : (ObjectNode) written;
        JsonNode fields = object.path(CONFIG);
        ObjectNode config = object.putObject(CONFIG);
        if (!named.name().isEmpty()) {
            config.put(NAME, named.name());
        }
        if (!named.trainable()) {
            config.put(TRAINABLE, false);
        }
        fields.fields().forEachRemaining(field -> config.set(field.getKey(), field.getValue()));
        return object;
    }

    /**
     * Reads a layer.
     *
     * @throws KindlingException if the JSON describes none
     */
    static Layer read(JsonNode node, Strictness strictness) {
        if (!node.path(CONFIG).isObject()) {
            return require(CODEC.read(Layer.class, node, strictness));
        }
        ObjectNode object = node.deepCopy();
        ObjectNode config = (ObjectNode) object.get(CONFIG);
        JsonNode name = config.remove(NAME);
        JsonNode trainable = config.remove(TRAINABLE);
        if (object.path(CLASS_NAME).asText().equals(INPUT)) {
            readShape(config);
        }
        Layer layer = require(CODEC.read(Layer.class, object, strictness));
        String given = name == null ? "" : name.asText();
        boolean trained = trainable == null || trainable.asBoolean(true);
        return given.isEmpty() && trained ? layer : new NamedLayer(layer, given, trained);
    }

    private static Layer require(Layer layer) {
        if (layer == null) {
            throw new KindlingException("It must be a layer. Received: null.");
        }
        return layer;
    }

    /** Keras writes the shape of a mini-batch, whose first axis is open. */
    private static void readShape(ObjectNode config) {
        JsonNode batchShape = config.remove(BATCH_SHAPE);
        if (batchShape != null && batchShape.isArray() && !batchShape.isEmpty()) {
            List<JsonNode> lengths = new ArrayList<>();
            batchShape.forEach(lengths::add);
            config.putArray(SHAPE).addAll(lengths.subList(1, lengths.size()));
        }
    }
}
