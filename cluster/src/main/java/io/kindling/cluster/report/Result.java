package io.kindling.cluster.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures a command ends with: one JSON object, in the order they were put. */
public final class Result {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Object> figures = new LinkedHashMap<>();

    public Result put(String name, Object figure) {
        figures.put(name, figure);
        return this;
    }

    /** The object on one line. */
    public String toJson() {
        try {
            return MAPPER.writeValueAsString(figures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Numbers and texts can always be written as JSON.", impossible);
        }
    }
}
