package io.kindling.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.activations.Activation;
import io.kindling.data.Batch;
import io.kindling.engine.BoundNetwork;
import io.kindling.engine.BoundTraining;
import io.kindling.engine.TrainedNetwork;
import io.kindling.losses.Loss;
import io.kindling.models.Layers;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Weights;
import io.kindling.persistence.WeightFile;
import io.kindling.random.RandomKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every layer with every activation before every loss keeps one contract: its gradient is the derivative of its loss,
 * it comes back from JSON and from a weights file as it was, it predicts a row alike in any mini-batch, and no input of
 * ordinary numbers makes it NaN.
 */
class NetworkContractTest {
    private static final int ROWS = 7;
    private static final Map<String, Activation> ACTIVATIONS = ActivationSamples.all();

    /** Layers whose state must be as wide as their activation's input. */
    private static final Set<String> NO_GLU = Set.of("LSTM", "GRU", "SimpleRNN", "Bidirectional");

    /** e^10000 is infinite, and differences of infinite numbers are none. */
    private static final Set<String> OVERFLOWING = Set.of("exponential");

    /** Takes places in a table only; no extremes. */
    private static final Set<String> WITHOUT_EXTREMES = Set.of("Embedding");

    private static final Set<String> LEFT_OUT = new TreeSet<>();
    private static int combinations;
    private static int extremeCombinations;

    @AfterAll
    static void printCounts() {
        System.out.printf(
                "%d layers x %d activations x %d losses: %d combinations, %d of them with extreme inputs%n",
                LayerSamples.ALL.size(), ACTIVATIONS.size(), LossSample.ALL.size(), combinations, extremeCombinations);
        LEFT_OUT.forEach(System.out::println);
    }

    @Test
    void everyRegisteredThingHasASample() {
        assertThat(LayerSamples.ALL.keySet())
                .containsExactlyInAnyOrderElementsOf(Layers.registry().names());
        assertThat(LossSample.ALL.stream().map(LossSample::loss))
                .containsExactlyInAnyOrderElementsOf(Loss.registry().names());
        ACTIVATIONS.forEach((name, activation) ->
                assertThat(Activation.registry().nameOf(activation)).isEqualTo(name));
        LayerSamples.ALL.forEach((name, sample) -> assertThat(
                        sample.network(Activation.of("tanh"), "linear").plan().layers())
                .anyMatch(layer -> layer.className().equals(name)));
    }

    @TestFactory
    Stream<DynamicTest> isKept() {
        return LayerSamples.ALL.keySet().stream()
                .sorted()
                .flatMap(layer -> ACTIVATIONS.keySet().stream()
                        .map(activation ->
                                DynamicTest.dynamicTest(layer + ", " + activation, () -> check(layer, activation))));
    }

    private static void check(String layer, String activation) throws IOException {
        LayerSample sample = LayerSamples.ALL.get(layer);
        Activation given = ACTIVATIONS.get(activation);
        if (activation.equals("glu") && NO_GLU.contains(layer)) {
            LEFT_OUT.add(layer + " with glu: refused, its state has as many columns as its units");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sample.network(given, "linear").plan());
            return;
        }
        double deviation = activation.equals("exponential") ? 0.2 : 0.5;
        for (String last : List.of("softmax", "sigmoid", "softplus", "linear")) {
            Network network = sample.network(given, last);
            assertThat(Network.fromCompleteJson(network.toJson())).isEqualTo(network);
            checkPredictions(sample, network, Rows.weights(network.plan(), deviation, 0));
        }
        for (LossSample loss : LossSample.ALL) {
            try {
                checkGradient(sample, sample.network(given, loss.activation()), loss, deviation);
                checkExtremes(layer, activation, sample, loss, deviation);
            } catch (AssertionError failed) {
                throw new AssertionError(
                        layer + ", " + activation + ", " + loss.loss() + ": " + failed.getMessage(), failed);
            }
            combinations++;
        }
    }

    private static float[] inputs(LayerSample sample) {
        int count = ROWS * sample.input().size();
        return sample.wholeNumbers() ? Rows.wholeNumbers(count) : Rows.gaussian(count, 1, 9);
    }

    private static void checkGradient(LayerSample sample, Network network, LossSample loss, double deviation) {
        NetworkPlan plan = network.plan();
        Batch batch = Rows.batch(plan, loss, inputs(sample));
        try (BoundTraining running = new BoundTraining(plan, loss.toLoss(), ROWS)) {
            new DirectionalGradient(running, plan, batch, deviation).check();
        }
    }

    /** All rows at once, three at a time, one at a time, and all with weights that were saved and loaded. */
    private static void checkPredictions(LayerSample sample, Network network, Weights weights) throws IOException {
        NetworkPlan plan = network.plan();
        float[] x = inputs(sample);
        float[] together = predict(plan, weights, x, ROWS);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        WeightFile.write(new TrainedNetwork(network, weights), file);
        Weights loaded = WeightFile.read(network, new ByteArrayInputStream(file.toByteArray()))
                .weights();
        assertThat(predict(plan, loaded, x, ROWS)).as("after saving").isEqualTo(together);
        for (int size : new int[] {3, 1}) {
            float[] apart = predict(plan, weights, x, size);
            for (int i = 0; i < together.length; i++) {
                // Products of few rows add up in another order than those of many.
                assertThat(Math.abs(apart[i] - together[i]) <= 1e-6 * (1 + magnitude(together)))
                        .as("in mini-batches of %d: %s, else %s", size, apart[i], together[i])
                        .isTrue();
            }
        }
    }

    private static float[] predict(NetworkPlan plan, Weights weights, float[] x, int batchSize) {
        int inputs = plan.input().size();
        int outputs = plan.output().size();
        float[] predictions = new float[ROWS * outputs];
        try (BoundNetwork network = BoundNetwork.forInference(plan, batchSize)) {
            network.load(weights);
            for (int row = 0; row < ROWS; row += batchSize) {
                int rows = Math.min(batchSize, ROWS - row);
                float[] part = Arrays.copyOfRange(x, row * inputs, (row + rows) * inputs);
                System.arraycopy(network.predict(part, rows), 0, predictions, row * outputs, rows * outputs);
            }
        }
        return predictions;
    }

    private static float magnitude(float[] values) {
        float magnitude = 0;
        for (float value : values) {
            magnitude = Math.max(magnitude, Math.abs(value));
        }
        return magnitude;
    }

    private static void checkExtremes(
            String layer, String activation, LayerSample sample, LossSample loss, double deviation) {
        if (WITHOUT_EXTREMES.contains(layer)) {
            LEFT_OUT.add(layer + " with extreme inputs: it takes whole numbers");
            return;
        }
        if (OVERFLOWING.contains(activation)) {
            LEFT_OUT.add(activation + " with extreme inputs: e^10000 overflows");
            return;
        }
        NetworkPlan plan = sample.bareNetwork(ACTIVATIONS.get(activation), loss.activation())
                .plan();
        float[] x = Rows.extremes(sample.input().size());
        Batch batch = Rows.batch(plan, loss, x);
        int rows = batch.rows();
        try (BoundTraining network = new BoundTraining(plan, loss.toLoss(), rows)) {
            network.network().load(Rows.weights(plan, deviation, 0));
            assertNoNaN(
                    "predictions",
                    Arrays.copyOf(
                            network.network().predict(x, rows),
                            rows * plan.output().size()));
            double value = network.gradient(batch, RandomKey.of(1));
            assertThat(value).as("loss with extreme inputs").isNotNaN();
            assertNoNaN("gradient", network.network().trainable().gradient());
        }
        extremeCombinations++;
    }

    private static void assertNoNaN(String what, float[] values) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
                places.add(i);
            }
        }
        assertThat(places).as("NaN in the %s with extreme inputs", what).isEmpty();
    }
}
