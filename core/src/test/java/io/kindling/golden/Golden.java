package io.kindling.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of reference values. */
public final class Golden {

    private Golden() {}

    /** The cases of one file, such as {@code "losses"}. */
    public static List<JsonNode> cases(String file) {
        try (InputStream stream = Golden.class.getResourceAsStream("/golden/" + file + ".json")) {
            List<JsonNode> cases = new ArrayList<>();
            new ObjectMapper().readTree(stream).forEach(cases::add);
            return cases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The numbers of nested lists, row-major. */
    public static double[] numbers(JsonNode nested) {
        List<Double> numbers = new ArrayList<>();
        flatten(nested, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** As {@link #numbers}, in single precision. */
    public static float[] floats(JsonNode nested) {
        double[] numbers = numbers(nested);
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    /** The shape of one example: of nested lists without their outermost axis. */
    public static Shape exampleShape(JsonNode batch) {
        List<Integer> dimensions = new ArrayList<>();
        for (JsonNode inner = batch.get(0); inner.isArray(); inner = inner.get(0)) {
            dimensions.add(inner.size());
        }
        return new Shape(dimensions);
    }

    private static void flatten(JsonNode node, List<Double> numbers) {
        if (node.isArray()) {
            node.forEach(inner -> flatten(inner, numbers));
        } else {
            numbers.add(node.doubleValue());
        }
    }
}
