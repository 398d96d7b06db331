package io.kindling.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.errors.KindlingException;
import io.kindling.text.Excerpt;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of one kind of thing: what a user writes, what is printed, what stands in JSON.
 *
 * <p>Every entry is a record with a prototype, whose values are the defaults. Names ignore case, {@code _} and
 * {@code -}, so {@code leaky_relu} and {@code LeakyReLU} are one. A text may carry arguments, in order or by name, which
 * may be texts of this kind themselves: {@code "elu"}, {@code "elu(0.5)"}, {@code "relu(max_value=6)"},
 * {@code "adam(exponential_decay(0.05, 4, 0.5))"}.
 *
 * <p>A registry does not change once it is built; {@link Extension}s add to it before.
 *
 * @param <T> the interface all entries share
 */
public final class Registry<T> {
    /** Not {@code name(field=1)}: there the sign belongs to the inner text. */
    private static final Pattern NAMED_ARGUMENT = Pattern.compile("\\s*(\\w+)\\s*=(.*)", Pattern.DOTALL);

    /** One name with the record behind it. */
    record Entry(String name, Record prototype, Set<String> required) {}

    private final String kind;
    private final Class<T> type;
    private final Map<String, Entry> byName;
    private final Map<Class<?>, Entry> byClass;
    private final List<Registry<?>> used;
    private final Optional<Entry> shorthand;

    Registry(
            String kind,
            Class<T> type,
            Map<String, Entry> byName,
            Map<Class<?>, Entry> byClass,
            List<Registry<?>> used,
            Optional<Entry> shorthand) {
        this.kind = kind;
        this.type = type;
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        this.byClass = Map.copyOf(byClass);
        this.used = List.copyOf(used);
        this.shorthand = shorthand;
    }

    /** Begins a registry; {@code kind} is the word for an entry in messages, such as "activation". */
    public static <T> RegistryBuilder<T> of(String kind, Class<T> type) {
        return new RegistryBuilder<>(kind, type);
    }

    /** The canonical names, in the order they were added. */
    public Collection<String> names() {
        return byName.values().stream().map(Entry::name).distinct().toList();
    }

    /**
     * The value a text stands for.
     *
     * @throws KindlingException if the name is unknown (the message lists the known ones) or an argument is
     *     wrong
     */
    public T parse(String text) {
        TextForm.requireShallow(text);
        String trimmed = text.strip();
        JsonNode number = TextForm.value(trimmed);
        if (shorthand.isPresent() && number.isNumber()) {
            return type.cast(readShorthand(number, codec(), Strictness.DEFAULTS));
        }
        int open = trimmed.indexOf('(');
        if (open < 0) {
            return type.cast(read(trimmed, JsonNodeFactory.instance.objectNode(), codec(), Strictness.DEFAULTS));
        }
        if (!trimmed.endsWith(")")) {
            throw new KindlingException(
                    "The " + kind + " '" + Excerpt.of(text) + "' lacks a closing parenthesis, as in elu(0.5).");
        }
        String name = trimmed.substring(0, open).strip();
        List<String> arguments = TextForm.split(trimmed.substring(open + 1, trimmed.length() - 1));
        return type.cast(read(name, config(entry(name), arguments, text), codec(), Strictness.DEFAULTS));
    }

    private ObjectNode config(Entry entry, List<String> arguments, String text) {
        List<String> fields = RecordFields.names(entry.prototype().getClass());
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < arguments.size(); i++) {
            Matcher named = NAMED_ARGUMENT.matcher(arguments.get(i));
            boolean hasName = named.matches();
            if (!hasName && i >= fields.size()) {
                throw new KindlingException("The " + kind + " '" + entry.name() + "' takes " + fields.size()
                        + " arguments " + fields + ". Received: " + Excerpt.of(text) + ".");
            }
            String field = hasName ? named.group(1) : fields.get(i);
            if (config.has(field)) {
                throw new KindlingException("The " + kind + " '" + entry.name() + "' takes " + field
                        + " once. Received: " + Excerpt.of(text) + ".");
            }
            config.set(field, TextForm.value(hasName ? named.group(2) : arguments.get(i)));
        }
        return config;
    }

    /** The text {@link #parse} reads back: the name, and its arguments where it has any. */
    public String format(T value) {
        return TextForm.of(codec().write(value));
    }

    /**
     * The canonical name of a value.
     *
     * @throws KindlingException if its class was never added
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
            throw new KindlingException("The " + kind + " " + value.getClass().getName()
                    + " has no registered name, so it cannot be written.");
        }
        return entry;
    }

    Object read(String name, ObjectNode config, RecordCodec codec, Strictness strictness) {
        Entry entry = entry(name);
        return codec.readRecord(
                kind + " '" + entry.name() + "'", entry.prototype(), entry.required(), config, strictness);
    }

    /** The value a bare number stands for. */
    Object readShorthand(JsonNode number, RecordCodec codec, Strictness strictness) {
        Entry entry = shorthand.orElseThrow();
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.set(RecordFields.names(entry.prototype().getClass()).get(0), number);
        return read(entry.name(), config, codec, strictness);
    }

    boolean hasShorthand() {
        return shorthand.isPresent();
    }

    boolean isShorthand(Record value) {
        return shorthand.isPresent() && shorthand.get().prototype().getClass() == value.getClass();
    }

    List<Registry<?>> used() {
        return used;
    }

    private Entry entry(String name) {
        Entry entry = byName.get(key(name));
        if (entry == null) {
            throw new KindlingException("Unknown " + kind + " '" + Excerpt.of(name) + "'. Known: "
                    + names().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        return entry;
    }

    private RecordCodec codec() {
        return new RecordCodec(List.of(this));
    }

    /** What names are compared by. */
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
