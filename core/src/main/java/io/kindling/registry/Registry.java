package io.kindling.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of one kind of thing: what a user writes, what is printed, what stands in JSON.
 *
 * <p>Every entry is a record with a prototype, whose values are the defaults. Names ignore case, {@code _} and
 * {@code -}, so {@code leaky_relu} and {@code LeakyReLU} are one. A text may carry arguments, in order or by name:
 * {@code "elu"}, {@code "elu(0.5)"}, {@code "relu(max_value=6)"}.
 *
 * @param <T> the interface all entries share
 */
public final class Registry<T> {

    /** One name with the record behind it. */
    record Entry(String name, Record prototype, Set<String> required) {}

    private final String kind;
    private final Class<T> type;
    private final Map<String, Entry> byName = new LinkedHashMap<>();
    private final Map<Class<?>, Entry> byClass = new LinkedHashMap<>();

    /** An empty registry; {@code kind} is the word for an entry in messages, such as "activation". */
    public Registry(String kind, Class<T> type) {
        this.kind = kind;
        this.type = type;
    }

    /**
     * Adds a record under its canonical name.
     *
     * @param name the name that is printed
     * @param prototype an instance whose values are the defaults
     * @param required the fields without a default, in JSON spelling
     */
    public <R extends Record> Registry<T> add(String name, R prototype, String... required) {
        if (!type.isInstance(prototype)) {
            throw new IllegalArgumentException(prototype.getClass() + " is no " + type.getName() + ".");
        }
        Entry entry = new Entry(name, prototype, Set.of(required));
        put(name, entry);
        byClass.put(prototype.getClass(), entry);
        return this;
    }

    /** Adds another name for an entry; it is understood but never printed. */
    public Registry<T> alias(String alias, String name) {
        put(alias, entry(name));
        return this;
    }

    private void put(String name, Entry entry) {
        if (byName.putIfAbsent(key(name), entry) != null) {
            throw new IllegalArgumentException("The " + kind + " name '" + name + "' is taken.");
        }
    }

    /** The canonical names, in the order they were added. */
    public Collection<String> names() {
        return byName.values().stream().map(Entry::name).distinct().toList();
    }

    /**
     * The value a text stands for.
     *
     * @throws IllegalArgumentException if the name is unknown (the message lists the known ones) or an argument is
     *     wrong
     */
    public T parse(String text) {
        String trimmed = text.strip();
        int open = trimmed.indexOf('(');
        if (open < 0) {
            return type.cast(read(trimmed, JsonNodeFactory.instance.objectNode(), codec(), Strictness.DEFAULTS));
        }
        if (!trimmed.endsWith(")")) {
            throw new IllegalArgumentException(
                    "The " + kind + " '" + text + "' lacks a closing parenthesis, as in elu(0.5).");
        }
        String name = trimmed.substring(0, open).strip();
        Entry entry = entry(name);
        List<String> fields = RecordFields.names(entry.prototype().getClass());
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        List<String> arguments = arguments(trimmed.substring(open + 1, trimmed.length() - 1));
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            if (equals < 0 && i >= fields.size()) {
                throw new IllegalArgumentException("The " + kind + " '" + entry.name() + "' takes " + fields.size()
                        + " arguments " + fields + ". Received: " + text + ".");
            }
            String field =
                    equals < 0 ? fields.get(i) : argument.substring(0, equals).strip();
            if (config.has(field)) {
                throw new IllegalArgumentException(
                        "The " + kind + " '" + entry.name() + "' takes " + field + " once. Received: " + text + ".");
            }
            config.set(field, scalar(argument.substring(equals + 1).strip()));
        }
        return type.cast(read(name, config, codec(), Strictness.DEFAULTS));
    }

    /** The text {@link #parse} reads back: the name, and its arguments where it has any. */
    public String format(T value) {
        JsonNode node = codec().write(value);
        if (node.isTextual()) {
            return node.textValue();
        }
        List<String> arguments = new ArrayList<>();
        node.get("config").fields().forEachRemaining(field -> {
            if (!field.getValue().isNull()) {
                arguments.add(field.getKey() + "=" + field.getValue().asText());
            }
        });
        return node.get("class_name").textValue() + "(" + String.join(", ", arguments) + ")";
    }

    /**
     * The canonical name of a value.
     *
     * @throws IllegalArgumentException if its class was never added
     */
    public String nameOf(T value) {
        return entryOf(value).name();
    }

    Class<T> type() {
        return type;
    }

    String kind() {
        return kind;
    }

    /** The entry a value belongs to. */
    Entry entryOf(Object value) {
        Entry entry = byClass.get(value.getClass());
        if (entry == null) {
            throw new IllegalArgumentException("The " + kind + " "
                    + value.getClass().getName() + " has no registered name, so it cannot be written.");
        }
        return entry;
    }

    Object read(String name, ObjectNode config, RecordCodec codec, Strictness strictness) {
        Entry entry = entry(name);
        return codec.readRecord(
                kind + " '" + entry.name() + "'", entry.prototype(), entry.required(), config, strictness);
    }

    private Entry entry(String name) {
        Entry entry = byName.get(key(name));
        if (entry == null) {
            throw new IllegalArgumentException("Unknown " + kind + " '" + name + "'. Known: "
                    + names().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        return entry;
    }

    private RecordCodec codec() {
        return new RecordCodec(List.of(this));
    }

    private static List<String> arguments(String inside) {
        return inside.isBlank() ? List.of() : List.of(inside.split(","));
    }

    private static JsonNode scalar(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> JsonNodeFactory.instance.booleanNode(true);
            case "false" -> JsonNodeFactory.instance.booleanNode(false);
            case "none", "null" -> JsonNodeFactory.instance.nullNode();
            default -> number(text);
        };
    }

    private static JsonNode number(String text) {
        try {
            double value = Double.parseDouble(text);
            boolean integer = value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE;
            return integer
                    ? JsonNodeFactory.instance.numberNode((int) value)
                    : JsonNodeFactory.instance.numberNode(value);
        } catch (NumberFormatException notANumber) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
