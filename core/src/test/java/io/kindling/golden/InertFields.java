package io.kindling.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** The values of Keras' config fields that have no effect, so that a project without the field computes the same. */
final class InertFields {
    /** Values other than None, False and 0 that change nothing. */
    private static final Map<String, Set<String>> NEUTRAL = Map.of(
            "data_format", Set.of("\"channels_last\""),
            "groups", Set.of("1"),
            "interpolation", Set.of("\"nearest\""),
            // The last axis, the only one there is a choice of here.
            "axis", Set.of("-1", "[-1]"),
            // The decay of averages that are only taken with use_ema and renorm.
            "ema_momentum", Set.of("0.99"),
            "renorm_momentum", Set.of("0.99"));

    private InertFields() {}

    static boolean isInert(String field, JsonNode value) {
        boolean off = value.isNull()
                || (value.isBoolean() && !value.booleanValue())
                || (value.isNumber() && value.doubleValue() == 0);
        return off || NEUTRAL.getOrDefault(field, Set.of()).contains(value.toString());
    }
}
