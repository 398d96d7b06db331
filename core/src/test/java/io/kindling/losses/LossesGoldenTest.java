package io.kindling.losses;

import static io.kindling.golden.Closeness.ONE_CALL;
import static io.kindling.golden.Closeness.assertClose;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindling.golden.Golden;
import io.kindling.golden.GoldenCases;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every loss and its derivative, with and without weights, have the values Keras computes. */
class LossesGoldenTest {
    /** The arguments Keras was called with, where it was called with any. */
    private static final Map<String, String> TEXTS = Map.of(
            "categorical_crossentropy_logits", "categorical_crossentropy(from_logits=True)",
            "categorical_crossentropy_smoothed", "categorical_crossentropy(from_logits=True, label_smoothing=0.1)",
            "sparse_categorical_crossentropy_logits", "sparse_categorical_crossentropy(from_logits=True)",
            "binary_crossentropy_logits", "binary_crossentropy(from_logits=True)",
            "huber", "huber(delta=0.7)");

    private final GoldenCases cases =
            new GoldenCases(Golden.cases("losses"), LossesGoldenTest::label, LossesGoldenTest::isSupported);

    @TestFactory
    Stream<DynamicTest> agreesWithKeras() {
        return cases.tests(one -> {
            check("", one, Ones.of(one.get("y_pred").size()), one.get("value"), one.get("dy_pred"));
            float[] weight = Golden.floats(one.get("sample_weight"));
            check("weighted ", one, weight, one.get("weighted_value"), one.get("weighted_dy_pred"));
        });
    }

    @Test
    void leavesOutNothing() {
        cases.assertLeftOut(Set.of());
    }

    private static void check(String weighted, JsonNode one, float[] weight, JsonNode value, JsonNode derivative) {
        float[] output = Golden.floats(one.get("y_pred"));
        int rows = one.get("y_pred").size();
        float[] gradient = new float[output.length];
        float[] target = Golden.floats(one.get("y_true"));
        Loss loss = Loss.of(text(one));
        double sum = loss.value(target, weight, output, rows, output.length / rows);
        loss.gradient(target, weight, output, gradient, rows, output.length / rows);
        assertClose(weighted + "value", sum / rows, value, ONE_CALL);
        assertClose(weighted + "derivative", gradient, derivative, ONE_CALL);
    }

    private static boolean isSupported(JsonNode one) {
        try {
            Loss.of(text(one));
            return true;
        } catch (IllegalArgumentException unknown) {
            return !unknown.getMessage().startsWith("Unknown loss");
        }
    }

    private static String text(JsonNode one) {
        return TEXTS.getOrDefault(label(one), label(one));
    }

    private static String label(JsonNode one) {
        return one.get("case").textValue();
    }
}
