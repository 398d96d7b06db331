package io.kindling.spark.mllib;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindling.errors.KindlingException;
import io.kindling.text.Excerpt;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleArrayArrayParam;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.FloatParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;

/** The params of a stage as its class declares them, and which JSON each may have; MLlib itself would fail without a word. */
final class ParamTypes {
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Inf", "-Inf");

    /** What a param must look like in JSON. */
    private record Form(Class<?> param, String needed, Predicate<JsonNode> holds) {}

    private static final List<Form> FORMS = List.of(
            new Form(BooleanParam.class, "true or false", JsonNode::isBoolean),
            new Form(IntParam.class, "an integer", ParamTypes::isInt),
            new Form(LongParam.class, "an integer", node -> node.isIntegralNumber() && node.canConvertToLong()),
            new Form(DoubleParam.class, "a number", ParamTypes::isNumber),
            new Form(FloatParam.class, "a number", ParamTypes::isNumber),
            new Form(StringArrayParam.class, "a list of texts", listOf(ParamTypes::isText)),
            new Form(IntArrayParam.class, "a list of integers", listOf(ParamTypes::isInt)),
            new Form(DoubleArrayParam.class, "a list of numbers", listOf(ParamTypes::isNumber)),
            new Form(DoubleArrayArrayParam.class, "a list of lists of numbers", listOf(listOf(ParamTypes::isNumber))));

    /** Names of columns mostly; longer ones would only fill messages. */
    private static final int LONGEST_TEXT = 10_000;

    private static final Form TEXT = new Form(Param.class, "a text", ParamTypes::isText);

    private ParamTypes() {}

    private static boolean isText(JsonNode node) {
        return node.isTextual() && node.textValue().length() <= LONGEST_TEXT;
    }

    private static boolean isInt(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt();
    }

    private static boolean isNumber(JsonNode node) {
        return node.isNumber() || node.isTextual() && NOT_FINITE.contains(node.textValue());
    }

    private static Predicate<JsonNode> listOf(Predicate<JsonNode> element) {
        return node -> node.isArray()
                && StreamSupport.stream(node.spliterator(), false).allMatch(element);
    }

    /**
     * Compares params with a class.
     *
     * @throws KindlingException if the class has no such param, or the JSON is not of its type; the message is a
     *     predicate of the file
     */
    static void require(Class<?> stage, JsonNode params) {
        for (Map.Entry<String, JsonNode> param : (Iterable<Map.Entry<String, JsonNode>>) params::fields) {
            Method method = method(stage, param.getKey())
                    .orElseThrow(() -> new KindlingException("sets '" + Excerpt.of(param.getKey())
                            + "', which is no param of " + stage.getSimpleName() + "."));
            Optional<Form> form = form(method);
            if (form.isPresent() && !form.get().holds().test(param.getValue())) {
                throw new KindlingException("needs " + form.get().needed() + " as '" + param.getKey() + "'. Received: "
                        + Excerpt.of(param.getValue()) + ".");
            }
        }
    }

    private static Optional<Method> method(Class<?> stage, String name) {
        return Arrays.stream(stage.getMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == 0
                        && Param.class.isAssignableFrom(method.getReturnType()))
                .findFirst();
    }

    /** Nothing for params of other kinds of values, which their own readers check. */
    private static Optional<Form> form(Method method) {
        boolean isText = method.getGenericReturnType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] == String.class;
        return isText
                ? Optional.of(TEXT)
                : FORMS.stream()
                        .filter(form -> form.param().isAssignableFrom(method.getReturnType()))
                        .findFirst();
    }
}
