package io.kindling.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.errors.KindlingException;
import io.kindling.text.Excerpt;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records to JSON and back, in Keras' form: {@code {"class_name": "Dense", "config": {"units": 64, …}}}, or just the
 * name where there is nothing to configure.
 *
 * <p>Which class a name stands for comes from the registries alone, so that no file can name a class to load. A field
 * that is unknown or of the wrong type is an error; a missing one is, too, under {@link Strictness#COMPLETE}.
 */
public final class RecordCodec {
    private static final Set<String> KEYS = Set.of("class_name", "config");
    /** What Keras writes beside them. */
    private static final Set<String> PASSED_OVER =
            Set.of("module", "registered_name", "build_config", "compile_config");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<Registry<?>> registries;

    /** Of these registries and those they use. */
    public RecordCodec(List<Registry<?>> registries) {
        Set<Registry<?>> all = new LinkedHashSet<>();
        registries.forEach(registry -> addWithUsed(registry, all));
        this.registries = List.copyOf(all);
    }

    private static void addWithUsed(Registry<?> registry, Set<Registry<?>> all) {
        if (all.add(registry)) {
            registry.used().forEach(used -> addWithUsed(used, all));
        }
    }

    /** The JSON of a registered record, or of a number, text, list, enum or plain record inside one. */
    public JsonNode write(Object value) {
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        } else if (value instanceof Integer number) {
            return NODES.numberNode(number);
        } else if (value instanceof Long number) {
            return NODES.numberNode(number);
        } else if (value instanceof Double number) {
            return NODES.numberNode(number);
        } else if (value instanceof String text) {
            return NODES.textNode(text);
        } else if (value instanceof Enum<?> constant) {
            return NODES.textNode(constant.name().toLowerCase(Locale.ROOT));
        } else if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(element -> array.add(write(element)));
            return array;
        } else if (value instanceof Optional<?> optional) {
            return optional.map(this::write).orElse(NODES.nullNode());
        } else if (value instanceof Record record) {
            return writeRecord(record);
        }
        throw new KindlingException("Cannot write a " + value.getClass().getName() + " as JSON.");
    }

    private JsonNode writeRecord(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Registry<?> registry = registryFor(record.getClass());
        if (registry == null ? components.length == 1 : registry.isShorthand(record)) {
            return write(RecordFields.value(record, components[0]));
        }
        ObjectNode config = NODES.objectNode();
        writeFields(record, "", config);
        if (registry == null) {
            return config;
        }
        String name = registry.entryOf(record).name();
        if (config.isEmpty()) {
            return NODES.textNode(name);
        }
        ObjectNode object = NODES.objectNode();
        object.put("class_name", name);
        object.set("config", config);
        return object;
    }

    private void writeFields(Record record, String prefix, ObjectNode config) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = RecordFields.value(record, component);
            if (RecordFields.isPrefixed(component)) {
                writeFields((Record) value, prefix + RecordFields.prefix(component), config);
            } else {
                JsonNode written = write(value);
                boolean single = component.isAnnotationPresent(SingleOrList.class) && written.size() == 1;
                config.set(prefix + RecordFields.name(component), single ? written.get(0) : written);
            }
        }
    }

    /**
     * Reads a value of a registered kind.
     *
     * @throws KindlingException if the JSON does not describe one; the message says where and why
     */
    public <T> T read(Class<T> type, JsonNode node, Strictness strictness) {
        return type.cast(read(type.getSimpleName().toLowerCase(Locale.ROOT), type, node, strictness));
    }

    private Object read(String path, Type type, JsonNode node, Strictness strictness) {
        Class<?> raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        if (raw == Optional.class) {
            Type held = ((ParameterizedType) type).getActualTypeArguments()[0];
            return Optional.ofNullable(read(path, held, node, strictness));
        } else if (node.isNull()) {
            require(!raw.isPrimitive(), path, "a value", node);
            return null;
        } else if (raw == boolean.class || raw == Boolean.class) {
            require(node.isBoolean(), path, "true or false", node);
            return node.booleanValue();
        } else if (raw == int.class || raw == Integer.class) {
            require(node.isIntegralNumber() && node.canConvertToInt(), path, "an integer", node);
            return node.intValue();
        } else if (raw == long.class || raw == Long.class) {
            require(node.isIntegralNumber() && node.canConvertToLong(), path, "an integer", node);
            return node.longValue();
        } else if (raw == double.class || raw == Double.class) {
            require(node.isNumber(), path, "a number", node);
            return node.doubleValue();
        } else if (raw == String.class) {
            require(node.isTextual(), path, "a text", node);
            return node.textValue();
        } else if (raw.isEnum()) {
            return readEnum(path, raw, node);
        } else if (raw == List.class) {
            return readList(path, ((ParameterizedType) type).getActualTypeArguments()[0], node, strictness);
        }
        Registry<?> registry = registryFor(raw);
        if (registry != null) {
            return readRegistered(path, registry, node, strictness);
        }
        RecordComponent[] components = raw.getRecordComponents();
        if (components != null && components.length == 1) {
            Object value = read(path, components[0].getGenericType(), node, strictness);
            return RecordFields.create(raw, new Object[] {value});
        }
        throw new KindlingException("Cannot read a " + raw.getName() + " from JSON.");
    }

    private Object readRegistered(String path, Registry<?> registry, JsonNode node, Strictness strictness) {
        if (node.isTextual()) {
            return registry.parse(node.textValue());
        } else if (node.isNumber() && registry.hasShorthand()) {
            return registry.readShorthand(node, this, strictness);
        }
        String number = registry.hasShorthand() ? "a number, " : "";
        require(node.isObject(), path, number + "a name or an object with class_name and config", node);
        JsonNode name = node.get("class_name");
        require(name != null && name.isTextual(), path + ".class_name", "the name of a " + registry.kind(), name);
        JsonNode config = node.has("config") ? node.get("config") : NODES.objectNode();
        require(config.isObject(), path + ".config", "an object", config);
        for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            require(KEYS.contains(field) || PASSED_OVER.contains(field), path, "only class_name and config", node);
        }
        return registry.read(name.textValue(), (ObjectNode) config, this, strictness);
    }

    Object readRecord(String path, Record prototype, Set<String> required, ObjectNode config, Strictness strictness) {
        List<String> known = RecordFields.names(prototype.getClass());
        Map<String, JsonNode> given = new LinkedHashMap<>();
        config.fields().forEachRemaining(field -> {
            String spelled = RecordFields.spelling(known, field.getKey());
            if (spelled == null && NeutralFields.contain(field.getKey(), field.getValue())) {
                return;
            }
            if (spelled == null) {
                throw new KindlingException("The " + path + " has no field '" + Excerpt.of(field.getKey())
                        + "'. Its fields: " + known + ".");
            }
            given.put(spelled, field.getValue());
        });
        return readFields(path, "", prototype, required, given, strictness);
    }

    private Record readFields(
            String path,
            String prefix,
            Record prototype,
            Set<String> required,
            Map<String, JsonNode> given,
            Strictness strictness) {
        RecordComponent[] components = prototype.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            String field = prefix + RecordFields.name(component);
            Object usual = RecordFields.value(prototype, component);
            if (RecordFields.isPrefixed(component)) {
                String inner = prefix + RecordFields.prefix(component);
                values[i] = readFields(path, inner, (Record) usual, required, given, strictness);
            } else if (given.containsKey(field)) {
                JsonNode node = given.get(field);
                values[i] = readField(path + ", " + field, component, node, strictness);
                require(prefix.isEmpty() || values[i] != null, path + ", " + field, "a value", node);
            } else if (strictness == Strictness.COMPLETE || required.contains(field)) {
                throw new KindlingException("The " + path + " lacks its field '" + field + "'.");
            } else {
                values[i] = usual;
            }
        }
        return (Record) RecordFields.create(prototype.getClass(), values);
    }

    private Object readField(String path, RecordComponent component, JsonNode node, Strictness strictness) {
        boolean single = component.isAnnotationPresent(SingleOrList.class) && !node.isArray() && !node.isNull();
        return read(path, component.getGenericType(), single ? NODES.arrayNode().add(node) : node, strictness);
    }

    private List<Object> readList(String path, Type elementType, JsonNode node, Strictness strictness) {
        require(node.isArray(), path, "a list", node);
        List<Object> list = new ArrayList<>();
        for (JsonNode element : node) {
            list.add(read(path + "[" + list.size() + "]", elementType, element, strictness));
        }
        return list;
    }

    private static Object readEnum(String path, Class<?> type, JsonNode node) {
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(node.asText())) {
                return constant;
            }
        }
        String known = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        throw new KindlingException(path + " must be one of " + known + ". Received: " + Excerpt.of(node) + ".");
    }

    private Registry<?> registryFor(Class<?> type) {
        for (Registry<?> registry : registries) {
            if (registry.type().isAssignableFrom(type)) {
                return registry;
            }
        }
        return null;
    }

    private static void require(boolean holds, String path, String needed, JsonNode received) {
        if (!holds) {
            throw new KindlingException(path + " must be " + needed + ". Received: " + Excerpt.of(received) + ".");
        }
    }
}
