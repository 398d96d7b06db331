package io.kindling.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kindling.errors.KindlingException;
import io.kindling.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Values as a person writes them, {@code name(1, field=[2, 3], other=name(4))}, and the same as JSON. */
final class TextForm {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Up to here a double holds every integer. */
    private static final double LARGEST_INTEGER = 1L << 53;
    /** How deep parentheses and brackets may lie in each other. */
    private static final int DEEPEST = 32;

    private TextForm() {}

    /**
     * Refuses a text that could not be taken apart with a stack of usual size.
     *
     * @throws KindlingException if parentheses and brackets lie too deep in each other
     */
    static void requireShallow(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += step(text.charAt(i));
            if (depth > DEEPEST) {
                throw new KindlingException("Parentheses may lie " + DEEPEST + " deep in each other at most. Received: "
                        + Excerpt.of(text) + ".");
            }
        }
    }

    /** How much deeper it is after a character. */
    private static int step(char c) {
        return switch (c) {
            case '(', '[' -> 1;
            case ')', ']' -> -1;
            default -> 0;
        };
    }

    /** What a text stands for: a number, true, false, none, a list in brackets, or else itself. */
    static JsonNode value(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("[") && trimmed.endsWith("]")) {
            ArrayNode list = NODES.arrayNode();
            split(trimmed.substring(1, trimmed.length() - 1)).forEach(element -> list.add(value(element)));
            return list;
        }
        return switch (trimmed.toLowerCase(Locale.ROOT)) {
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            case "none", "null" -> NODES.nullNode();
            default -> number(trimmed);
        };
    }

    private static JsonNode number(String text) {
        try {
            double value = Double.parseDouble(text);
            boolean integer = value == Math.rint(value) && Math.abs(value) <= LARGEST_INTEGER;
            return integer ? NODES.numberNode((long) value) : NODES.numberNode(value);
        } catch (NumberFormatException notANumber) {
            return NODES.textNode(text);
        }
    }

    /** Cuts at the commas that stand outside of all parentheses and brackets. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        if (text.isBlank()) {
            return parts;
        }
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += step(c);
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** The text of a value as {@link RecordCodec} writes it; fields that are null are left out. */
    static String of(JsonNode node) {
        if (node.isArray()) {
            return stream(node).collect(Collectors.joining(", ", "[", "]"));
        } else if (!node.isObject()) {
            return node.asText();
        }
        List<String> arguments = new ArrayList<>();
        node.get("config").fields().forEachRemaining(field -> {
            if (!field.getValue().isNull()) {
                arguments.add(field.getKey() + "=" + of(field.getValue()));
            }
        });
        return node.get("class_name").textValue() + "(" + String.join(", ", arguments) + ")";
    }

    private static Stream<String> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(TextForm::of);
    }
}
