package io.kindling.optimizers;

import static io.kindling.golden.Closeness.ONE_CALL;
import static io.kindling.golden.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.golden.Golden;
import io.kindling.golden.GoldenCases;
import io.kindling.golden.KerasObject;
import io.kindling.optimizers.schedules.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every optimizer goes the way Keras goes, step by step. */
class OptimizersGoldenTest {
    /**
     * The file does not keep the schedule that stands in place of the learning rate. These are the ones in the cases'
     * lines of {@code generate.py}, the program that wrote the file.
     */
    private static final Map<String, String> SCHEDULES = Map.of(
            "adam_schedule_exponential", "exponential_decay(0.05, 4, 0.5)",
            "sgd_schedule_cosine", "cosine_decay(0.1, 10)",
            "sgd_schedule_piecewise", "piecewise_constant_decay([3, 7], [0.1, 0.05, 0.01])");

    /** Fields that every optimizer of Keras has, and here {@link ClippedOptimizer}. */
    private static final List<String> CLIPPING = List.of("clipnorm", "global_clipnorm", "clipvalue");

    private final GoldenCases cases = new GoldenCases(
            Golden.cases("optimizers"), one -> one.get("case").textValue(), OptimizersGoldenTest::isSupported);

    @TestFactory
    Stream<DynamicTest> agreesWithKeras() {
        return cases.tests(OptimizersGoldenTest::check);
    }

    @Test
    void leavesOutNothing() {
        cases.assertLeftOut(Set.of());
    }

    private static void check(JsonNode one) {
        Optimizer optimizer = optimizer(one);
        float[] weights = Golden.floats(one.get("weights"));
        float[][] slots = optimizer.initialSlots(weights.length);
        assertThat(slots).hasDimensions(optimizer.slots(), weights.length);
        for (int step = 0; step < one.get("gradients").size(); step++) {
            optimizer.update(weights, Golden.floats(one.get("gradients").get(step)), slots, step);
            assertClose("weights after step " + step, weights, one.get("path").get(step), ONE_CALL);
        }
    }

    private static Optimizer optimizer(JsonNode one) {
        Optimizer optimizer = keras(one).read();
        JsonNode config = one.get("config");
        if (config.hasNonNull("clipnorm")) {
            optimizer = optimizer.clipNorm(config.get("clipnorm").doubleValue());
        } else if (config.hasNonNull("clipvalue")) {
            optimizer = optimizer.clipValue(config.get("clipvalue").doubleValue());
        }
        String schedule = SCHEDULES.get(one.get("case").textValue());
        return schedule == null ? optimizer : optimizer.withLearningRate(Schedule.of(schedule));
    }

    private static boolean isSupported(JsonNode one) {
        boolean rateIsKnown = one.get("config").has("learning_rate")
                || SCHEDULES.containsKey(one.get("case").textValue());
        return rateIsKnown
                && !one.get("config").hasNonNull("global_clipnorm")
                && keras(one).isSupported();
    }

    private static KerasObject<Optimizer> keras(JsonNode one) {
        ObjectNode config = one.get("config").deepCopy();
        config.remove(CLIPPING);
        return new KerasObject<>(Optimizer.class, one.get("optimizer").textValue(), config);
    }
}
