package io.kindling.engine;

import static io.kindling.golden.Closeness.ONE_CALL;
import static io.kindling.golden.Closeness.WHOLE_RUN;
import static io.kindling.golden.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindling.data.Batch;
import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.data.FeatureRows;
import io.kindling.golden.Golden;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightSlice;
import io.kindling.losses.Loss;
import io.kindling.models.Functional;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.models.ParameterLayout.Parameter;
import io.kindling.models.Weights;
import io.kindling.optimizers.Adam;
import io.kindling.random.RandomKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Functional networks, as Keras' JSON describes them, give Keras' outputs and gradients and learn as Keras' do. */
class FunctionalGoldenTest {
    private static final List<JsonNode> CASES = Golden.cases("functional");

    @Test
    void runsAllCasesOfTheFile() {
        assertThat(CASES)
                .extracting(one -> one.get("case").textValue())
                .containsExactly(
                        "residual",
                        "wide_and_deep",
                        "two_tower",
                        "encoder",
                        "causal_encoder",
                        "masked_encoder",
                        "cross_attention",
                        "shared",
                        "merges",
                        "branches",
                        "sequence_and_static");
    }

    @TestFactory
    Stream<DynamicTest> readsKerasJsonAndWritesItBack() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("case").textValue(), () -> {
                    Network network = network(one);
                    assertThat(network).isInstanceOf(Functional.class);
                    assertThat(Network.fromJson(network.toJson())).isEqualTo(network);
                    assertThat(Network.fromCompleteJson(network.toJson())).isEqualTo(network);
                }));
    }

    @TestFactory
    Stream<DynamicTest> hasKerasOutputsAndGradients() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("case").textValue(), () -> checkGradients(one)));
    }

    @TestFactory
    Stream<DynamicTest> learnsAsKerasDoes() {
        return CASES.stream().map(one -> DynamicTest.dynamicTest(one.get("case").textValue(), () -> checkSteps(one)));
    }

    private static Network network(JsonNode one) {
        return Network.fromJson(one.get("model").toString());
    }

    private static void checkGradients(JsonNode one) {
        NetworkPlan plan = network(one).plan();
        int rows = one.get("batch").intValue();
        Examples examples = examples(one, plan);
        Batch batch = new Batch(rows, plan.inputSizes(), examples.labels(), examples.labels());
        batch.fill(examples, ExampleOrder.asGiven(), 0, rows);
        List<FeatureRows> x = batch.inputs();
        try (BoundNetwork bound = BoundNetwork.withInputGradients(plan, rows)) {
            bound.load(weights(plan, one, "weights"));
            int all = plan.operations().size();
            Tensor y = bound.run(x, all, ForwardPass.INFERENCE);
            assertClose("output", Arrays.copyOf(y.values(), rows * plan.output().size()), one.get("output"), ONE_CALL);
            bound.backward(all, Golden.floats(one.get("upstream")));
            for (int i = 0; i < x.size(); i++) {
                String input = plan.inputs().get(i).name();
                if (one.get("dinputs").has(input)) {
                    float[] dx = Arrays.copyOf(
                            bound.inputGradient(i), rows * plan.inputSizes().get(i));
                    assertClose("gradient of " + input, dx, one.get("dinputs").get(input), ONE_CALL);
                }
            }
            for (Parameter weight : plan.parameters().trainable()) {
                WeightSlice slice = bound.slice(weight);
                float[] gradient = Arrays.copyOfRange(slice.gradient(), slice.offset(), slice.offset() + slice.size());
                assertGradient(one, weight, gradient);
            }
        }
    }

    /** The bias of keys adds the same to all scores of a step, so its gradient is zero, and what is left is rounding. */
    private static void assertGradient(JsonNode one, Parameter weight, float[] gradient) {
        if (!weight.name().endsWith("key/bias")) {
            assertClose("gradient of " + weight.name(), gradient, gradient(one, weight), ONE_CALL);
            return;
        }
        String kernel = weight.name().replace("bias", "kernel");
        double largest = Arrays.stream(Golden.numbers(one.get("dweights").get(kernel)))
                .map(Math::abs)
                .max()
                .orElseThrow();
        for (float value : gradient) {
            assertThat(Math.abs(value)).as("gradient of " + weight.name()).isLessThan((float) (ONE_CALL * largest));
        }
    }

    /** Keras calls the weights of an LSTM by those of its cell. */
    private static JsonNode gradient(JsonNode one, Parameter weight) {
        JsonNode gradients = one.get("dweights");
        String ofCell = weight.name().replace("/", "/lstm_cell/");
        return gradients.has(ofCell) ? gradients.get(ofCell) : gradients.get(weight.name());
    }

    private static void checkSteps(JsonNode one) {
        NetworkPlan plan = network(one).plan();
        int rows = one.get("batch").intValue();
        Examples examples = examples(one, plan);
        Adam adam = Adam.of(one.get("learning_rate").doubleValue());
        Batch batch = new Batch(rows, plan.inputSizes(), examples.labels(), examples.labels());
        try (BoundTraining bound =
                new BoundTraining(plan, Loss.of(one.get("loss").textValue()), rows)) {
            bound.network().load(weights(plan, one, "weights"));
            float[][] slots = adam.initialSlots(plan.trainableCount());
            for (int step = 0; step < one.get("loss_per_step").size(); step++) {
                batch.fill(examples, ExampleOrder.asGiven(), step * rows, rows);
                double loss = bound.gradient(batch, RandomKey.of(step)) / rows;
                assertClose(
                        "loss of step " + step, loss, one.get("loss_per_step").get(step), WHOLE_RUN);
                adam.update(bound.variables(), slots, step);
                bound.network().trainable().changed();
            }
            Weights after = bound.network().weights();
            for (Parameter weight : plan.parameters().all()) {
                float[] values =
                        Arrays.copyOfRange(weight.vector(after), weight.offset(), weight.offset() + weight.size());
                assertClose(weight.name() + " after", values, value(one, "weights_after", weight), WHOLE_RUN);
            }
        }
    }

    private static Weights weights(NetworkPlan plan, JsonNode one, String field) {
        Weights weights = new Weights(new float[plan.trainableCount()], new float[plan.nonTrainableCount()]);
        for (Parameter weight : plan.parameters().all()) {
            float[] values = Golden.floats(value(one, field, weight));
            assertThat(values).as(weight.name()).hasSize(weight.size());
            System.arraycopy(values, 0, weight.vector(weights), weight.offset(), values.length);
        }
        assertThat(plan.parameters().all()).hasSameSizeAs(one.get("weight_paths"));
        return weights;
    }

    private static JsonNode value(JsonNode one, String field, Parameter weight) {
        List<String> paths = new ArrayList<>();
        one.get("weight_paths").forEach(path -> paths.add(path.textValue().replace("/lstm_cell/", "/")));
        return one.get(field).get(paths.indexOf(weight.name()));
    }

    /** The examples, the values of all inputs one after the other. */
    private static Examples examples(JsonNode one, NetworkPlan plan) {
        float[] y = Golden.floats(one.get("y"));
        int rows = one.get("y").size();
        float[] x = new float[rows * plan.features()];
        int start = 0;
        for (int i = 0; i < plan.inputs().size(); i++) {
            float[] values =
                    Golden.floats(one.get("inputs").get(plan.inputs().get(i).name()));
            int size = plan.inputSizes().get(i);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(values, row * size, x, row * plan.features() + start, size);
            }
            start += size;
        }
        return new Examples(List.of(new DenseBlock(plan.features(), x, y.length / rows, y, null)));
    }
}
