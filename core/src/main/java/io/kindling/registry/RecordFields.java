package io.kindling.registry;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Records seen as lists of named fields; names are spelled as in Python, {@code kernel_initializer}. */
final class RecordFields {

    private RecordFields() {}

    /** The names of all fields, those of {@link Prefixed} records among them. */
    static List<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> isPrefixed(component)
                        ? names(component.getType()).stream().map(inner -> prefix(component) + inner)
                        : Stream.of(name(component)))
                .toList();
    }

    static boolean isPrefixed(RecordComponent component) {
        return component.isAnnotationPresent(Prefixed.class);
    }

    /** What stands before the names of the fields of a {@link Prefixed} record. */
    static String prefix(RecordComponent component) {
        return name(component) + "_";
    }

    static String name(RecordComponent component) {
        return component.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** The known name that differs from a given one at most in underscores ({@code beta_1}, beta1), or null. */
    static String spelling(List<String> known, String given) {
        String plain = given.replace("_", "");
        return known.stream()
                .filter(name -> name.replace("_", "").equals(plain))
                .findFirst()
                .orElse(null);
    }

    static Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot read " + component + " of " + record.getClass(), impossible);
        }
    }

    /** Calls the canonical constructor; what it throws comes out as it is. */
    static Object create(Class<?> record, Object[] values) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The constructor of " + record + " failed", refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot create " + record, impossible);
        }
    }
}
