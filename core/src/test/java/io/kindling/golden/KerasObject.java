package io.kindling.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.activations.Activation;
import io.kindling.constraints.Constraint;
import io.kindling.initializers.Initializer;
import io.kindling.models.Layers;
import io.kindling.optimizers.Optimizer;
import io.kindling.registry.RecordCodec;
import io.kindling.registry.Strictness;
import io.kindling.regularizers.Regularizer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Something Keras described by its class and its {@code get_config()}, read by the project's own registries.
 *
 * @param type what kind of thing it is here
 * @param className Keras' class
 * @param config Keras' config
 */
public record KerasObject<T>(Class<T> type, String className, JsonNode config) {
    private static final RecordCodec CODEC = new RecordCodec(List.of(
            Layers.registry(),
            Activation.registry(),
            Initializer.registry(),
            Regularizer.registry(),
            Constraint.registry(),
            Optimizer.registry()));

    /** Whether the project knows the class, and every field of the config that has an effect. */
    public boolean isSupported() {
        if (refusal(JsonNodeFactory.instance.objectNode()).startsWith("Unknown")) {
            return false;
        }
        for (Iterator<Map.Entry<String, JsonNode>> fields = config.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!knows(field.getKey()) && !InertFields.isInert(field.getKey(), field.getValue())) {
                return false;
            }
        }
        return !refusal(knownConfig()).startsWith("Unknown");
    }

    /** The value, from the fields of the config that the project has; the others have no effect. */
    public T read() {
        return CODEC.read(type, object(knownConfig()), Strictness.DEFAULTS);
    }

    private ObjectNode knownConfig() {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        config.fields().forEachRemaining(field -> {
            if (knows(field.getKey())) {
                known.set(field.getKey(), field.getValue());
            }
        });
        return known;
    }

    private boolean knows(String field) {
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        alone.set(field, config.get(field));
        return !refusal(alone).contains("has no field '" + field + "'");
    }

    /** What the project says against a config, or nothing. */
    private String refusal(ObjectNode tried) {
        try {
            CODEC.read(type, object(tried), Strictness.DEFAULTS);
            return "";
        } catch (IllegalArgumentException refused) {
            return refused.getMessage();
        }
    }

    private ObjectNode object(ObjectNode fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("class_name", className);
        object.set("config", fields);
        return object;
    }
}
