package io.kindling.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The values of Keras' config fields that have no effect, so that a project without the field computes the same. */
final class InertFields {
    /** Values other than None, False and 0 that change nothing. */
    private static final Map<String, String> NEUTRAL = Map.of(
            "data_format", "channels_last",
            // The decay of an average that is only taken with use_ema.
            "ema_momentum", "0.99");

    private InertFields() {}

    static boolean isInert(String field, JsonNode value) {
        boolean off = value.isNull()
                || (value.isBoolean() && !value.booleanValue())
                || (value.isNumber() && value.doubleValue() == 0);
        return off || value.asText().equals(NEUTRAL.get(field));
    }
}
