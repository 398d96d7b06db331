package io.kindling.dl4j;

import io.kindling.initializers.Initializer;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Refuses what DL4J cannot do, so that nothing is left out silently. */
final class Counterpart {

    private Counterpart() {}

    /** What to throw for a thing that DL4J has not. */
    static IllegalArgumentException missing(String what) {
        return new IllegalArgumentException("The dl4j engine has no counterpart for " + what + ".");
    }

    /** Refuses a thing unless it is one that DL4J has. */
    static void require(boolean there, String what) {
        if (!there) {
            throw missing(what);
        }
    }

    /**
     * Refuses every option of a record that is neither translated nor switched off: null, false or zero. Initializers
     * do not count, as weights are copied.
     */
    static void requireOnly(Record options, String... translated) {
        List<String> known = Arrays.asList(translated);
        for (RecordComponent component : options.getClass().getRecordComponents()) {
            Object value = value(options, component);
            boolean off = value == null
                    || value.equals(false)
                    || (value instanceof Number number && number.doubleValue() == 0)
                    || value instanceof Initializer;
            if (!off && !known.contains(component.getName())) {
                throw missing(snakeCase(component.getName()) + "=" + value);
            }
        }
    }

    private static Object value(Record options, RecordComponent component) {
        try {
            return component.getAccessor().invoke(options);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot read " + component + " of " + options.getClass(), impossible);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
