package io.kindling.activations;

import static io.kindling.golden.Closeness.ONE_CALL;
import static io.kindling.golden.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.golden.Golden;
import io.kindling.golden.GoldenCases;
import io.kindling.golden.KerasObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every activation and its derivative have the values Keras computes. */
class ActivationsGoldenTest {
    /**
     * Keras 3.15 adds up all partial sums of the sorted row where its source, arXiv:1602.02068, takes the last, so that
     * rows with two or more positive columns do not sum to one. Here they do: see {@link SparsemaxTest}. Rows with one
     * positive column agree.
     */
    private static final String WRONG_IN_KERAS = "sparsemax {}";

    private static final Set<Integer> WRONG_ROWS = Set.of(1, 2, 3);

    private final GoldenCases cases = new GoldenCases(
            Golden.cases("activations"),
            ActivationsGoldenTest::label,
            one -> keras(one).isSupported());

    @TestFactory
    Stream<DynamicTest> agreesWithKeras() {
        return cases.tests(one -> check(label(one).equals(WRONG_IN_KERAS) ? withoutRows(one, WRONG_ROWS) : one));
    }

    @Test
    void leavesOutNothing() {
        cases.assertLeftOut(Set.of());
    }

    /** What makes the rows wrong, so that the list is neither too long nor too short. */
    @Test
    void onlyRowsWrongInKerasDoNotSumToOne() {
        JsonNode y = cases.cases().stream()
                .filter(one -> label(one).equals(WRONG_IN_KERAS))
                .findFirst()
                .orElseThrow()
                .get("y");
        for (int row = 0; row < y.size(); row++) {
            double sum = Arrays.stream(Golden.numbers(y.get(row))).sum();
            assertThat(Math.abs(sum - 1) > 1e-9)
                    .as("row %d sums to %s", row, sum)
                    .isEqualTo(WRONG_ROWS.contains(row));
        }
    }

    private static void check(JsonNode one) {
        Activation activation = keras(one).read();
        float[] x = Golden.floats(one.get("x"));
        float[] dy = Golden.floats(one.get("upstream"));
        int rows = one.get("x").size();
        int columns = x.length / rows;

        float[] y = new float[rows * activation.outputColumns(columns)];
        activation.forward(x, y, rows, columns);
        assertClose("y", y, one.get("y"), ONE_CALL);

        float[] dx = new float[x.length];
        activation.backward(x, y, dy, dx, rows, columns);
        assertClose("dx", dx, one.get("dx"), ONE_CALL);

        if (y.length == x.length) {
            activation.backward(x, y, dy, dy, rows, columns);
            assertClose("dx written over dy", dy, one.get("dx"), ONE_CALL);
        }
    }

    private static JsonNode withoutRows(JsonNode one, Set<Integer> rows) {
        ObjectNode rest = one.deepCopy();
        for (String field : List.of("x", "y", "upstream", "dx")) {
            ArrayNode kept = rest.putArray(field);
            for (int row = 0; row < one.get(field).size(); row++) {
                if (!rows.contains(row)) {
                    kept.add(one.get(field).get(row));
                }
            }
        }
        return rest;
    }

    private static String label(JsonNode one) {
        return one.get("name").textValue() + " " + one.get("config");
    }

    private static KerasObject<Activation> keras(JsonNode one) {
        return new KerasObject<>(Activation.class, one.get("name").textValue(), one.get("config"));
    }
}
