package io.kindling.dl4j.graph;

import io.kindling.errors.KindlingException;
import io.kindling.initializers.Initializer;
import io.kindling.layers.WeightOptions;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Refuses what DL4J cannot do, so that nothing is left out silently. */
public final class Counterpart {

    private Counterpart() {}

    /** What to throw for what DL4J lacks. */
    public static KindlingException missing(String what) {
        return new KindlingException("The dl4j engine has no counterpart for " + what + ".");
    }

    /** Refuses what DL4J lacks. */
    public static void require(boolean there, String what) {
        if (!there) {
            throw missing(what);
        }
    }

    /**
     * Refuses every option of a record that is neither translated nor switched off: nothing, false or zero. Initializers
     * do not count, as weights are copied. A weight's penalty is an option of its own, as in JSON: kernelRegularizer.
     */
    public static void requireOnly(Record options, String... translated) {
        List<String> known = Arrays.asList(translated);
        for (RecordComponent component : options.getClass().getRecordComponents()) {
            Object value = value(options, component);
            if (value instanceof Optional<?> optional) {
                value = optional.orElse(null);
            }
            if (value instanceof WeightOptions weight) {
                String name = component.getName();
                weight.regularizer().ifPresent(penalty -> requireKnown(known, name + "Regularizer", penalty));
                weight.constraint().ifPresent(limit -> requireKnown(known, name + "Constraint", limit));
            } else if (!isOff(value)) {
                requireKnown(known, component.getName(), value);
            }
        }
    }

    private static boolean isOff(Object value) {
        return value == null
                || value.equals(false)
                || (value instanceof Number number && number.doubleValue() == 0)
                || value instanceof Initializer;
    }

    private static void requireKnown(List<String> known, String option, Object value) {
        if (!known.contains(option)) {
            throw missing(snakeCase(option) + "=" + value);
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
