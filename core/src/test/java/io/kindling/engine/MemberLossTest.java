package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.data.Batch;
import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.reshaping.RepeatVector;
import io.kindling.layers.tabular.EnsembleDense;
import io.kindling.layers.tabular.MemberAverage;
import io.kindling.layers.tabular.MemberDense;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.random.RandomKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At the end of an ensemble, training minimizes the mean of the members' losses; validation measures their mean. */
class MemberLossTest {
    private static final int ROWS = 5;
    private static final int FEATURES = 3;
    private static final int MEMBERS = 4;
    private static final int CLASSES = 3;
    private static final float[] WEIGHTS = {1, 2, 0.5f, 1, 3};

    @ParameterizedTest
    @CsvSource({
        "softmax, sparse_categorical_crossentropy, 1",
        "softmax, categorical_crossentropy, 1",
        "tanh, mean_squared_error, 3",
        "sigmoid, binary_crossentropy, 3"
    })
    void membersAreTrainedByLossesOfTheirOwn(String activation, String loss, int labels) {
        List<Layer> layers = List.of(
                Input.of(FEATURES),
                RepeatVector.of(MEMBERS),
                EnsembleDense.of(6).activation("tanh").inputAdapterInitializer("random_sign"),
                MemberDense.of(CLASSES).activation(activation));
        List<Layer> averaged = new ArrayList<>(layers);
        averaged.add(new MemberAverage());
        Step members = step(new Sequential(layers).plan(), loss, labels, MEMBERS);
        Step ensemble = step(new Sequential(averaged).plan(), loss, labels, 1);
        assertThat(ensemble.loss()).isCloseTo(members.loss(), within(1e-6));
        assertThat(ensemble.gradient()).containsExactly(members.gradient(), within(1e-7f));

        TrainedNetwork trained = new TrainedNetwork(
                new Sequential(averaged), new Sequential(averaged).plan().initialWeights(3));
        double measured = new Evaluator(trained, Loss.of(loss), List.of())
                .evaluate(examples(labels, 1))
                .loss();
        // All losses here are convex: that of the mean is below the mean of the losses.
        assertThat(measured).isLessThan(ensemble.loss() / sum(WEIGHTS) - 1e-6);
    }

    private record Step(double loss, float[] gradient) {}

    /** One step on labels that are repeated so often. */
    private static Step step(NetworkPlan plan, String name, int labels, int times) {
        Loss loss = Loss.of(name);
        int targets = times * loss.targetColumns(CLASSES);
        int columns = times * labels;
        // Classes in several rows come one-hot, as a batch makes them of single labels only.
        boolean oneHot = columns != targets && columns > 1;
        Examples examples = oneHot ? oneHot(times) : examples(labels, times);
        Batch batch = new Batch(ROWS, FEATURES, oneHot ? targets : columns, targets);
        batch.fill(examples, ExampleOrder.asGiven(), 0, ROWS);
        try (BoundTraining running = new BoundTraining(plan, loss, ROWS)) {
            running.network().load(plan.initialWeights(3));
            double sum = running.gradient(batch, RandomKey.of(1));
            return new Step(sum, running.variables().gradient().clone());
        }
    }

    private static Examples examples(int labels, int times) {
        float[] values = new float[ROWS * times * labels];
        for (int i = 0; i < values.length; i++) {
            int row = i / (times * labels);
            values[i] = labels == 1 ? row % CLASSES : (row + i % labels) % 2;
        }
        return examples(values, times * labels);
    }

    private static Examples oneHot(int times) {
        float[] values = new float[ROWS * times * CLASSES];
        for (int i = 0; i < ROWS * times; i++) {
            values[i * CLASSES + i / times % CLASSES] = 1;
        }
        return examples(values, times * CLASSES);
    }

    private static Examples examples(float[] labels, int columns) {
        float[] x = new float[ROWS * FEATURES];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) RandomKey.of(5).gaussianAt(i);
        }
        return new Examples(List.of(new DenseBlock(FEATURES, x, columns, labels, WEIGHTS.clone())));
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
