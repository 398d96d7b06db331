package io.kindling.spark.params;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.errors.KindlingException;
import java.util.function.Function;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * A value that one text stands for; saved as that text.
 *
 * @param <T> the kind of value
 */
class TextParam<T> extends Param<T> {
    private static final long serialVersionUID = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final transient Function<T, String> format;
    private final transient Function<String, T> parse;

    TextParam(Params parent, String name, String doc, Function<T, String> format, Function<String, T> parse) {
        super(parent, name, doc);
        this.format = format;
        this.parse = parse;
    }

    @Override
    public String jsonEncode(T value) {
        try {
            return MAPPER.writeValueAsString(format.apply(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A text can always be written as JSON.", impossible);
        }
    }

    @Override
    public T jsonDecode(String json) {
        try {
            return parse.apply(MAPPER.readValue(json, String.class));
        } catch (JsonProcessingException broken) {
            throw new KindlingException("The saved " + name() + " is not a JSON text: " + json, broken);
        }
    }
}
