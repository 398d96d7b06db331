package io.kindling.spark.params;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.registry.Registry;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * A value that has a name, such as an optimizer; saved as the text that names it.
 *
 * @param <T> the kind of value
 */
final class RegistryParam<T> extends Param<T> {
    private static final long serialVersionUID = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final transient Registry<T> registry;

    RegistryParam(Params parent, String name, String doc, Registry<T> registry) {
        super(parent, name, doc);
        this.registry = registry;
    }

    @Override
    public String jsonEncode(T value) {
        try {
            return MAPPER.writeValueAsString(registry.format(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A text can always be written as JSON.", impossible);
        }
    }

    @Override
    public T jsonDecode(String json) {
        try {
            return registry.parse(MAPPER.readValue(json, String.class));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("The saved " + name() + " is not a JSON text: " + json, broken);
        }
    }
}
