package io.kindling.spark.checkpoint;

import io.kindling.errors.DamagedFileException;
import io.kindling.persistence.VectorFile;
import io.kindling.text.Excerpt;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a file of a checkpoint holds, taken out part by part; anybody may have written it. */
final class CheckpointParts {
    private static final String DAMAGED = "The file is damaged: ";

    private final Map<String, float[]> vectors;
    private final Map<String, String> properties;

    CheckpointParts(VectorFile.Content content) {
        vectors = new TreeMap<>(content.vectors());
        properties = new TreeMap<>(content.properties());
    }

    boolean has(String property) {
        return properties.containsKey(property);
    }

    /** A vector without NaN; sums of squares may be infinite. */
    float[] vector(String name) throws IOException {
        float[] values = taken(vectors, name);
        for (float value : values) {
            if (Float.isNaN(value)) {
                throw new DamagedFileException(DAMAGED + name + " holds a NaN.");
            }
        }
        return values;
    }

    /** A vector of finite numbers. */
    float[] finite(String name) throws IOException {
        float[] values = vector(name);
        for (float value : values) {
            if (Float.isInfinite(value)) {
                throw new DamagedFileException(DAMAGED + name + " holds a number that is infinite.");
            }
        }
        return values;
    }

    boolean flag(String name) throws IOException {
        String text = taken(properties, name);
        if (!text.equals("true") && !text.equals("false")) {
            throw unfit(name, text, "true or false");
        }
        return text.equals("true");
    }

    /** A whole number from 0 on. */
    long count(String name) throws IOException {
        String text = taken(properties, name);
        if (!text.matches("0|[1-9]\\d{0,17}")) {
            throw unfit(name, text, "a whole number from 0 on");
        }
        return Long.parseLong(text);
    }

    /** A whole number from 0 on, up to another. */
    int count(String name, int most) throws IOException {
        long count = count(name);
        if (count > most) {
            throw unfit(name, Long.toString(count), "at most " + most);
        }
        return (int) count;
    }

    /** A finite number. */
    double number(String name) throws IOException {
        double number = anyNumber(name);
        if (!Double.isFinite(number)) {
            throw unfit(name, Double.toString(number), "a finite number");
        }
        return number;
    }

    /** A number, which may be infinite. */
    double anyNumber(String name) throws IOException {
        String text = taken(properties, name);
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw unfit(name, text, "a number");
        }
        if (Double.isNaN(number) || !Double.toString(number).equals(text)) {
            throw unfit(name, text, "a number");
        }
        return number;
    }

    /** Refuses what has not been taken, but for properties of a name that begins so. */
    void requireNoMore(String beginning) throws IOException {
        TreeSet<String> more = new TreeSet<>(vectors.keySet());
        properties.keySet().stream().filter(name -> !name.startsWith(beginning)).forEach(more::add);
        if (!more.isEmpty()) {
            throw new DamagedFileException(DAMAGED + "no checkpoint has '" + Excerpt.of(more.first()) + "'.");
        }
    }

    private static <T> T taken(Map<String, T> parts, String name) throws IOException {
        T part = parts.remove(name);
        if (part == null) {
            throw new DamagedFileException(DAMAGED + "it has no " + name + ".");
        }
        return part;
    }

    private static IOException unfit(String name, String text, String needed) {
        return new DamagedFileException(DAMAGED + name + " must be " + needed + ". It is '" + Excerpt.of(text) + "'.");
    }
}
