package io.kindling.spark.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.errors.KindlingException;
import io.kindling.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An object of a file that anybody may have written; whatever is not as it must be is refused by its name. */
record ColumnJson(JsonNode object) {
    private static final String CENTRE = "centre";
    private static final String SCALE = "scale";

    ColumnJson {
        require(object.isObject(), "needs an object", object);
    }

    private static void require(boolean holds, String needed, JsonNode received) {
        if (!holds) {
            throw new KindlingException(
                    needed + ". Received: " + (received.isMissingNode() ? "nothing" : Excerpt.of(received)) + ".");
        }
    }

    /** Writes a scale. */
    static void put(ObjectNode json, String name, Scale scale) {
        json.putObject(name).put(CENTRE, scale.centre()).put(SCALE, scale.scale());
    }

    boolean has(String name) {
        return object.has(name);
    }

    ColumnJson object(String name) {
        return new ColumnJson(object.path(name));
    }

    String text(String name) {
        return text(name, object.path(name));
    }

    private static String text(String name, JsonNode node) {
        require(node.isTextual(), "needs a text as \"" + name + "\"", node);
        return node.textValue();
    }

    long integer(String name) {
        JsonNode node = object.path(name);
        require(node.isIntegralNumber() && node.canConvertToLong(), "needs an integer as \"" + name + "\"", node);
        return node.longValue();
    }

    /** How many there are of something. */
    long count(String name) {
        return count(name, object.path(name));
    }

    private static long count(String name, JsonNode node) {
        require(
                node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0,
                "needs a whole number of at least 0 as \"" + name + "\"",
                node);
        return node.longValue();
    }

    private static double positive(String name, JsonNode node) {
        require(
                node.isNumber() && node.doubleValue() > 0 && Double.isFinite(node.doubleValue()),
                "needs a finite number above 0 as \"" + name + "\"",
                node);
        return node.doubleValue();
    }

    Scale scale(String name) {
        JsonNode centre = object(name).object.path(CENTRE);
        require(
                centre.isNumber() && Double.isFinite(centre.doubleValue()),
                "needs a finite number as \"" + CENTRE + "\"",
                centre);
        return new Scale(
                centre.doubleValue(), positive(SCALE, object(name).object.path(SCALE)));
    }

    private <T> List<T> list(String name, Function<JsonNode, T> element) {
        JsonNode node = object.path(name);
        require(node.isArray(), "needs a list as \"" + name + "\"", node);
        List<T> all = new ArrayList<>(node.size());
        node.forEach(one -> all.add(element.apply(one)));
        return all;
    }

    List<String> texts(String name) {
        return list(name, node -> text(name, node));
    }

    List<Long> counts(String name) {
        return list(name, node -> count(name, node));
    }

    List<ColumnJson> objects(String name) {
        return list(name, ColumnJson::new);
    }

    double[] positives(String name) {
        return list(name, node -> positive(name, node)).stream()
                .mapToDouble(value -> value)
                .toArray();
    }
}
