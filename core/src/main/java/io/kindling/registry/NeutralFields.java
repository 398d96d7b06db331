package io.kindling.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * Fields of Keras' configs that nothing here has, with the values at which they change nothing: what Keras writes can be
 * read as it is, and is refused where it would mean something else.
 */
final class NeutralFields {
    private static final String NONE = "null";
    private static final String FALSE = "false";
    private static final String LAST_AXIS = "-1";

    private static final Map<String, Set<String>> VALUES = Map.ofEntries(
            Map.entry("trainable", Set.of("true")),
            Map.entry("seed", Set.of(NONE)),
            Map.entry("data_format", Set.of("\"channels_last\"", NONE)),
            Map.entry("groups", Set.of("1")),
            Map.entry("interpolation", Set.of("\"nearest\"")),
            Map.entry("axis", Set.of(LAST_AXIS, "[-1]")),
            Map.entry("noise_shape", Set.of(NONE)),
            Map.entry("quantization_config", Set.of(NONE)),
            Map.entry("lora_rank", Set.of(NONE)),
            Map.entry("lora_alpha", Set.of(NONE)),
            Map.entry("activity_regularizer", Set.of(NONE)),
            Map.entry("input_axes", Set.of(NONE)),
            Map.entry("output_axes", Set.of(NONE)),
            Map.entry("synchronized", Set.of(FALSE)),
            Map.entry("renorm", Set.of(FALSE)),
            Map.entry("renorm_clipping", Set.of(NONE)),
            Map.entry("renorm_momentum", Set.of("0.99")),
            Map.entry("rms_scaling", Set.of(FALSE)),
            Map.entry("keepdims", Set.of(FALSE)),
            Map.entry("return_state", Set.of(FALSE)),
            Map.entry("stateful", Set.of(FALSE)),
            Map.entry("unroll", Set.of(FALSE, "true")),
            Map.entry("zero_output_for_mask", Set.of(FALSE)),
            Map.entry("sparse", Set.of(FALSE)),
            Map.entry("ragged", Set.of(FALSE)),
            Map.entry("optional", Set.of(FALSE)),
            Map.entry("use_gate", Set.of(FALSE)),
            Map.entry("output_shape", Set.of(NONE)),
            Map.entry("attention_axes", Set.of(NONE, "[1]")),
            Map.entry("sliding_window", Set.of(NONE)));

    /** Fields with which numbers are computed in whatever precision, or that only say what something is called. */
    private static final Set<String> WHATEVER = Set.of("dtype", "name");

    private NeutralFields() {}

    static boolean contain(String field, JsonNode value) {
        return WHATEVER.contains(field) || VALUES.getOrDefault(field, Set.of()).contains(value.toString());
    }
}
