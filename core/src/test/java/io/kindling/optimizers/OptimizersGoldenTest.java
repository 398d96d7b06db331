package io.kindling.optimizers;

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

/** Every optimizer goes the way Keras goes, step by step. */
class OptimizersGoldenTest {
    private static final Set<String> NOT_YET = Set.of(
            "sgd_clipnorm",
            "sgd_clipvalue",
            "adamax",
            "nadam",
            "adagrad",
            "adadelta",
            "lion",
            "ftrl",
            "lamb",
            "adam_schedule_exponential",
            "sgd_schedule_cosine",
            "sgd_schedule_piecewise");

    private final GoldenCases cases = new GoldenCases(
            Golden.cases("optimizers"), one -> one.get("case").textValue(), OptimizersGoldenTest::isSupported);

    @TestFactory
    Stream<DynamicTest> agreesWithKeras() {
        return cases.tests(OptimizersGoldenTest::check);
    }

    @Test
    void leavesOutOnlyWhatIsListed() {
        cases.assertLeftOut(NOT_YET);
    }

    private static void check(JsonNode one) {
        Optimizer optimizer = keras(one).read();
        float[] weights = Golden.floats(one.get("weights"));
        float[][] slots = new float[optimizer.slots()][weights.length];
        for (int step = 0; step < one.get("gradients").size(); step++) {
            optimizer.update(weights, Golden.floats(one.get("gradients").get(step)), slots, step);
            assertClose("weights after step " + step, weights, one.get("path").get(step), ONE_CALL);
        }
    }

    private static boolean isSupported(JsonNode one) {
        // The file does not keep the schedule, which Keras writes in place of the learning rate.
        return one.get("config").has("learning_rate") && keras(one).isSupported();
    }

    private static KerasObject<Optimizer> keras(JsonNode one) {
        return new KerasObject<>(Optimizer.class, one.get("optimizer").textValue(), one.get("config"));
    }
}
