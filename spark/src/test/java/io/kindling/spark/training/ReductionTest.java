package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.data.ExampleBlock;
import io.kindling.data.Examples;
import io.kindling.data.WindowSource;
import io.kindling.engine.Contribution;
import io.kindling.engine.LocalSteps;
import io.kindling.engine.Round;
import io.kindling.engine.Training;
import io.kindling.engine.TrainingState;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.spark.data.DealtRows;
import io.kindling.spark.data.LabelRule;
import io.kindling.spark.data.RowColumns;
import io.kindling.spark.data.TrainingData;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.tensor.Shape;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.junit.jupiter.api.Test;

/** Averages are weighted by examples, do not depend on the order of arrival, and are the same by either way. */
class ReductionTest {

    private static Reduction.Part part(int worker, long examples, float... values) {
        byte[][] slices = {FloatBytes.of(values, 0, values.length)};
        return new Reduction.Part(new Share(worker, examples, 0, 0), slices);
    }

    private static float[] mean(List<Reduction.Part> parts) {
        byte[] bytes = WeightedMean.of(parts, 0);
        float[] values = new float[bytes.length / Float.BYTES];
        FloatBytes.copy(bytes, values, 0);
        return values;
    }

    @Test
    void theMeanIsWeightedByExamples() {
        assertThat(mean(List.of(part(0, 1, 2f, -4f), part(1, 3, 6f, 8f)))).containsExactly(5f, 5f);
    }

    @Test
    void everyFloatOfALongSliceHasItsMean() {
        float[] first = new float[2_500];
        float[] second = new float[first.length];
        float[] expected = new float[first.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
            second[i] = -3 * i;
            expected[i] = -i;
        }
        assertThat(mean(List.of(part(0, 2, first), part(1, 2, second)))).isEqualTo(expected);
    }

    @Test
    void workersThatSawNothingDoNotCount() {
        assertThat(mean(List.of(part(0, 0, 100f), part(1, 2, 3f)))).containsExactly(3f);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        Reduction.Part a = part(0, 3, 0.1f, 1e10f);
        Reduction.Part b = part(1, 7, 0.2f, -1e10f);
        Reduction.Part c = part(2, 11, 0.3f, 1f);
        assertThat(mean(List.of(c, a, b))).isEqualTo(mean(List.of(a, b, c)));
    }

    @Test
    void theMeanOfOneIsItself() {
        float[] values = {0.1f, -1e-30f, 3.3333e20f, 7f};
        assertThat(mean(List.of(part(0, 12345, values)))).isEqualTo(values);
    }

    /** 600,000 parameters with Adam's memory: seven slices. */
    @Test
    void theDriverAndTheExecutorsGiveTheSameBits() {
        Sequential network = Sequential.of(
                        Dense.of(600_000 / 4).activation("relu"), Dense.of(2).activation("softmax"))
                .withInput(Shape.of(2));
        Training training = Training.of("sparse_categorical_crossentropy").batchSize(4);
        TrainingState state = TrainingState.initial(network.plan(), training);
        StateSlices layout = StateSlices.of(state);
        assertThat(layout.count()).isGreaterThan(6);
        RowColumns columns = new RowColumns(List.of("features"), "label", "");
        try (TrainingData data = TrainingData.read(LocalSpark.moons(30, 2), columns, LabelRule.classes(2))) {
            DealtRows rows = data.dealTo(3);
            WorkerWindows workers = WorkerWindows.of(rows, training, 0, 0, 2);
            var broadcast = LocalSpark.context().broadcast(layout.pack(state));
            RoundTask task = new RoundTask(
                    new TrainingSpec(network, training), OptimizerState.AVERAGE, broadcast, layout, rows, 0, 0, 0, 2);
            Reduction.Result direct = new Reduction(layout, true).run(workers, task);
            Reduction.Result sliced = new Reduction(layout, false).run(workers, task);
            assertThat(sliced.state().weights().trainable())
                    .isEqualTo(direct.state().weights().trainable())
                    .isNotEqualTo(state.weights().trainable());
            assertThat(sliced.state().slots()).isDeepEqualTo(direct.state().slots());
            assertThat(sliced.state().step()).isEqualTo(direct.state().step()).isEqualTo(2);
            assertThat(sliced.shares()).extracting(Share::examples).containsExactly(8L, 8L, 8L);
            assertThat(sliced.shares()).extracting(Share::worker).containsExactly(0, 1, 2);
            broadcast.destroy(true);
        }
    }

    /** Two workers with 15 rows each, in windows of 4 rows; a round of 2 mini-batches of 3 touches up to three of them. */
    @Test
    void workersTrainOnTheWindowsOfTheirRoundAlone() {
        Sequential network = Sequential.of(Dense.of(2).activation("softmax")).withInput(Shape.of(2));
        Training training =
                Training.of("sparse_categorical_crossentropy").batchSize(3).seed(5);
        TrainingState state = TrainingState.initial(network.plan(), training);
        StateSlices layout = StateSlices.of(state);
        RowColumns columns = new RowColumns(List.of("features"), "label", "");
        try (TrainingData data = TrainingData.read(LocalSpark.moons(30, 2), columns, LabelRule.classes(2))) {
            DealtRows rows = data.dealTo(2, 4);
            var broadcast = LocalSpark.context().broadcast(layout.pack(state));
            List<List<ExampleBlock>> windows = rows.windows().glom().collect();
            assertThat(windows).hasSize(2 * 4);
            for (int round = 0; round < 3; round++) {
                JavaRDD<WindowSource> workers =
                        WorkerWindows.of(rows, training, 1, 2 * round, 2).toJavaRDD();
                RoundTask task = new RoundTask(
                        new TrainingSpec(network, training),
                        OptimizerState.AVERAGE,
                        broadcast,
                        layout,
                        rows,
                        0,
                        1,
                        2 * round,
                        2);
                List<double[]> found = workers.mapPartitionsWithIndex(
                                (worker, own) -> {
                                    WorkerResult result = task.run(worker, own.next());
                                    return List.of(new double[] {
                                                result.share().lossSum(),
                                                result.share().examples()
                                            })
                                            .iterator();
                                },
                                true)
                        .collect();
                for (int worker = 0; worker < 2; worker++) {
                    int first = worker * 4;
                    Examples examples = new Examples(15, 1, 4, window -> windows.get(first + window));
                    try (LocalSteps steps = new LocalSteps(network.plan(), training)) {
                        Contribution expected = steps.run(state, examples, new Round(1, worker, 2 * round, 2));
                        assertThat(found.get(worker)).containsExactly(expected.lossSum(), expected.examples());
                    }
                }
            }
            broadcast.destroy(true);
        }
    }

    @Test
    void statesSurviveTheWayThroughSlices() {
        StateSlices layout = new StateSlices(300_000, 5, 2);
        assertThat(layout.count()).isEqualTo(3 + 1 + 2 * 3);
        assertThat(layout.floats()).isEqualTo(900_005);
        TrainingState state = layout.unpack(new byte[0][], 3);
        for (int i = 0; i < 300_000; i++) {
            state.weights().trainable()[i] = i;
            state.slots()[0][i] = -i;
            state.slots()[1][i] = 0.5f * i;
        }
        state.weights().nonTrainable()[4] = 44f;
        TrainingState back = layout.unpack(layout.pack(state), 9);
        assertThat(back.weights().trainable()).isEqualTo(state.weights().trainable());
        assertThat(back.weights().nonTrainable()).isEqualTo(state.weights().nonTrainable());
        assertThat(back.slots()).isDeepEqualTo(state.slots());
        assertThat(back.step()).isEqualTo(9);
    }
}
