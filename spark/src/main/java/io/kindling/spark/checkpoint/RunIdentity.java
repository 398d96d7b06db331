package io.kindling.spark.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes one training different from another: everything that the model depends on, by name.
 *
 * @param parts each with its value as text
 */
public record RunIdentity(Map<String, String> parts) {

    public RunIdentity {
        parts = new TreeMap<>(parts);
    }

    /** The names of what differs. */
    List<String> differences(Map<String, String> other) {
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().equals(other.get(part.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
