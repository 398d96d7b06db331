package io.kindling.engine;

import static io.kindling.golden.Closeness.WHOLE_RUN;
import static io.kindling.golden.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kindling.activations.CustomActivation;
import io.kindling.data.Batch;
import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.golden.Golden;
import io.kindling.golden.GoldenCases;
import io.kindling.golden.KerasObject;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.core.Dense;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.optimizers.Optimizer;
import io.kindling.random.RandomKey;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whole training runs have Keras' losses, and end at Keras' weights and predictions. */
class TrainingGoldenTest {
    private static final Set<String> NOT_YET = Set.of();

    private static final String USERS_OWN = "sin (user-defined)";

    private final GoldenCases cases = new GoldenCases(
            Stream.of("training", "training_options")
                    .flatMap(file -> Golden.cases(file).stream())
                    .toList(),
            one -> one.get("case").textValue(),
            TrainingGoldenTest::isSupported);

    @TestFactory
    Stream<DynamicTest> agreesWithKeras() {
        return cases.tests(TrainingGoldenTest::check);
    }

    @Test
    void leavesOutOnlyWhatIsListed() {
        cases.assertLeftOut(NOT_YET);
    }

    private static void check(JsonNode one) {
        Loss loss = Loss.of(one.get("loss").textValue());
        Optimizer optimizer = optimizer(one).read();
        int batchSize = one.get("batch").intValue();
        NetworkPlan plan = network(one).plan();
        Examples examples = examples(one);
        Batch batch = new Batch(
                batchSize, plan.input().size(), examples.labels(), plan.output().size());
        try (BoundTraining network = new BoundTraining(plan, loss, batchSize)) {
            network.network().load(weights(plan, one.get("weights")));
            float[] parameters = network.network().trainable().values();
            float[][] slots = new float[optimizer.slots()][parameters.length];
            int steps = one.get("loss_per_step").size();
            assertThat(steps * batchSize).isEqualTo(examples.rows());
            for (int step = 0; step < steps; step++) {
                batch.fill(examples, ExampleOrder.asGiven(), step * batchSize, batchSize);
                double sum = network.gradient(batch, RandomKey.of(step));
                assertClose(
                        "loss of step " + step,
                        sum / batchSize,
                        one.get("loss_per_step").get(step),
                        WHOLE_RUN);
                optimizer.update(parameters, network.network().trainable().gradient(), slots, step);
                plan.constrain(parameters);
                network.network().trainable().changed();
            }
            assertWeights(plan, network.network().weights(), one.get("weights_after"));

            float[] x = Golden.floats(one.get("x"));
            JsonNode expected = one.get("prediction_after");
            float[] predicted = network.network().predict(x, expected.size());
            predicted = Arrays.copyOf(predicted, expected.size() * plan.output().size());
            assertClose("prediction", predicted, expected, WHOLE_RUN);
        }
    }

    /** Each weight by itself, so that a small one does not hide behind a large one. */
    private static void assertWeights(NetworkPlan plan, Weights weights, JsonNode expected) {
        FloatBuffer trainable = FloatBuffer.wrap(weights.trainable());
        FloatBuffer nonTrainable = FloatBuffer.wrap(weights.nonTrainable());
        int position = 0;
        for (WeightSpec spec : specs(plan)) {
            float[] weight = new float[spec.shape().size()];
            (spec.trainable() ? trainable : nonTrainable).get(weight);
            assertClose("weight " + position, weight, expected.get(position), WHOLE_RUN);
            position++;
        }
        assertThat(position).isEqualTo(expected.size());
    }

    private static List<WeightSpec> specs(NetworkPlan plan) {
        return plan.layers().stream().flatMap(layer -> layer.weights().stream()).toList();
    }

    private static Weights weights(NetworkPlan plan, JsonNode values) {
        ArrayNode trainable = JsonNodeFactory.instance.arrayNode();
        ArrayNode nonTrainable = JsonNodeFactory.instance.arrayNode();
        List<WeightSpec> specs = specs(plan);
        for (int i = 0; i < specs.size(); i++) {
            (specs.get(i).trainable() ? trainable : nonTrainable).add(values.get(i));
        }
        return new Weights(Golden.floats(trainable), Golden.floats(nonTrainable));
    }

    private static Examples examples(JsonNode one) {
        float[] x = Golden.floats(one.get("x"));
        float[] y = Golden.floats(one.get("y"));
        int rows = one.get("x").size();
        return new Examples(List.of(new DenseBlock(x.length / rows, x, y.length / rows, y, null)));
    }

    private static Sequential network(JsonNode one) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Input.of(IntStream.range(0, one.get("input_shape").size())
                .map(axis -> one.get("input_shape").get(axis).intValue())
                .toArray()));
        one.get("layers").forEach(layer -> layers.add(layer(layer)));
        return new Sequential(layers);
    }

    private static Layer layer(JsonNode layer) {
        if (isUsersOwn(layer)) {
            return Dense.of(layer.get("config").get("units").intValue())
                    .activation(CustomActivation.of("sin", (sd, x) -> sd.math().sin(x)));
        }
        return keras(layer).read();
    }

    private static boolean isSupported(JsonNode one) {
        return optimizer(one).isSupported()
                && StreamSupport.stream(one.get("layers").spliterator(), false)
                        .allMatch(layer -> isUsersOwn(layer) || keras(layer).isSupported());
    }

    private static boolean isUsersOwn(JsonNode layer) {
        return USERS_OWN.equals(layer.get("config").path("activation").asText());
    }

    private static KerasObject<Layer> keras(JsonNode layer) {
        return new KerasObject<>(Layer.class, layer.get("layer").textValue(), layer.get("config"));
    }

    /** Keras numbers its optimizers: {@code adam_3}. */
    private static KerasObject<Optimizer> optimizer(JsonNode one) {
        String name = one.get("optimizer").textValue().replaceFirst("_\\d+$", "");
        return new KerasObject<>(Optimizer.class, name, one.get("optimizer_config"));
    }
}
