package io.kindling.activations;

import static io.kindling.golden.Closeness.ONE_CALL;
import static io.kindling.golden.Closeness.assertClose;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindling.golden.Golden;
import io.kindling.golden.GoldenCases;
import io.kindling.golden.KerasObject;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every activation and its derivative have the values Keras computes. */
class ActivationsGoldenTest {
    private static final Set<String> NOT_YET = Set.of(
            "relu6 {}",
            "celu {}",
            "celu {\"alpha\":0.7}",
            "softsign {}",
            "exponential {}",
            "hard_sigmoid {}",
            "hard_silu {}",
            "hard_tanh {}",
            "hard_shrink {}",
            "soft_shrink {}",
            "tanh_shrink {}",
            "threshold {\"threshold\":0.5,\"default_value\":-1.0}",
            "log_sigmoid {}",
            "mish {}",
            "squareplus {}",
            "sparse_plus {}",
            "sparse_sigmoid {}",
            "log_softmax {}",
            "sparsemax {}",
            "glu {}");

    private final GoldenCases cases = new GoldenCases(
            Golden.cases("activations"),
            one -> one.get("name").textValue() + " " + one.get("config"),
            one -> keras(one).isSupported());

    @TestFactory
    Stream<DynamicTest> agreesWithKeras() {
        return cases.tests(ActivationsGoldenTest::check);
    }

    @Test
    void leavesOutOnlyWhatIsListed() {
        cases.assertLeftOut(NOT_YET);
    }

    private static void check(JsonNode one) {
        Activation activation = keras(one).read();
        float[] x = Golden.floats(one.get("x"));
        float[] dy = Golden.floats(one.get("upstream"));
        int rows = one.get("x").size();
        int columns = x.length / rows;

        float[] y = new float[x.length];
        activation.forward(x, y, rows, columns);
        assertClose("y", y, one.get("y"), ONE_CALL);

        float[] dx = new float[x.length];
        activation.backward(x, y, dy, dx, rows, columns);
        assertClose("dx", dx, one.get("dx"), ONE_CALL);

        activation.backward(x, y, dy, dy, rows, columns);
        assertClose("dx written over dy", dy, one.get("dx"), ONE_CALL);
    }

    private static KerasObject<Activation> keras(JsonNode one) {
        return new KerasObject<>(Activation.class, one.get("name").textValue(), one.get("config"));
    }
}
