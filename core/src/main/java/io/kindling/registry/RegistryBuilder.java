package io.kindling.registry;

import io.kindling.errors.KindlingException;
import io.kindling.registry.Registry.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A {@link Registry} while names are added to it.
 *
 * @param <T> the interface all entries share
 */
public final class RegistryBuilder<T> {
    private final String kind;
    private final Class<T> type;
    private final Map<String, Entry> byName = new LinkedHashMap<>();
    private final Map<Class<?>, Entry> byClass = new LinkedHashMap<>();
    private final List<Registry<?>> used = new ArrayList<>();
    private Optional<Entry> shorthand = Optional.empty();

    RegistryBuilder(String kind, Class<T> type) {
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
    public <R extends Record> RegistryBuilder<T> add(String name, R prototype, String... required) {
        if (!type.isInstance(prototype)) {
            throw new KindlingException(prototype.getClass() + " is no " + type.getName() + ".");
        }
        Entry entry = new Entry(name, prototype, Set.of(required));
        put(name, entry);
        byClass.put(prototype.getClass(), entry);
        return this;
    }

    /** Adds another name for an entry; it is understood but never printed. */
    public RegistryBuilder<T> alias(String alias, String name) {
        put(alias, entry(name));
        return this;
    }

    /** Says that fields of these entries may be entries of another registry. */
    public RegistryBuilder<T> uses(Registry<?> other) {
        used.add(other);
        return this;
    }

    /** Says that an entry with a single number is written as that number. */
    public RegistryBuilder<T> shorthand(String name) {
        Entry entry = entry(name);
        if (RecordFields.names(entry.prototype().getClass()).size() != 1) {
            throw new KindlingException(
                    "A number can stand for a record of one field. Received: " + entry.prototype() + ".");
        }
        shorthand = Optional.of(entry);
        return this;
    }

    private Entry entry(String name) {
        return Optional.ofNullable(byName.get(Registry.key(name)))
                .orElseThrow(() -> new KindlingException("There is no " + kind + " '" + name + "' yet."));
    }

    private void put(String name, Entry entry) {
        if (byName.putIfAbsent(Registry.key(name), entry) != null) {
            throw new KindlingException("The " + kind + " name '" + name + "' is taken.");
        }
    }

    /**
     * The registry, with what the {@link Extension}s of this JVM add to its kind.
     *
     * @throws KindlingException if one of them takes a name that is taken
     */
    public Registry<T> build() {
        return build(ExtensionsOfThisJvm.ALL);
    }

    Registry<T> build(List<Extension> extensions) {
        for (Extension extension : extensions) {
            for (Extension.Addition addition : extension.additions()) {
                if (addition.kind() == type) {
                    add(
                            addition.name(),
                            addition.prototype(),
                            addition.required().toArray(String[]::new));
                }
            }
        }
        return new Registry<>(kind, type, byName, byClass, used, shorthand);
    }

    /** Looked for once, when the first registry is built. */
    private static final class ExtensionsOfThisJvm {
        static final List<Extension> ALL = Services.of(Extension.class);
    }
}
