package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.layers.core.Dense;
import io.kindling.layers.regularization.Dropout;
import io.kindling.models.NetworkPlan;
import io.kindling.models.ParameterLayout.Parameter;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.optimizers.Optimizer;
import io.kindling.optimizers.Sgd;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameter averaging is what it claims to be, gives the same bits every time, and leaves nothing behind. */
class ParameterAveragingTrainerTest {
    private static final Sequential NETWORK =
            Sequential.of(Dense.of(8).activation("tanh"), Dense.of(2).activation("softmax"));

    private static NeuralNetworkClassifier classifier(int workers, int batchSize, Optimizer optimizer) {
        return new NeuralNetworkClassifier()
                .setNetwork(NETWORK)
                .setOptimizer(optimizer)
                .setNumWorkers(workers)
                .setBatchSize(batchSize)
                .setEpochs(4)
                .setSeed(11);
    }

    private static float[] fit(NeuralNetworkClassifier classifier, Dataset<Row> data) {
        return classifier.fit(data).trainedNetwork().weights().trainable();
    }

    private static void assertClose(float[] actual, float[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(tolerance));
        }
    }

    /** Averaging after one step of plain SGD is one step on the mean gradient: that of all mini-batches together. */
    @ParameterizedTest
    @CsvSource({"2, 8, 96", "3, 4, 96", "4, 16, 128", "2, 8, 90", "3, 8, 100"})
    void workersThatAverageEveryStepEqualOneWorkerWithLargerBatches(int workers, int batchSize, int rows) {
        Dataset<Row> data = LocalSpark.moons(rows, 5);
        float[] together = fit(
                classifier(workers, batchSize, Sgd.of(0.3)).setShuffle(false).setAveragingFrequency(1), data);
        float[] alone = fit(classifier(1, workers * batchSize, Sgd.of(0.3)).setShuffle(false), data);
        assertClose(together, alone, 1e-5);
    }

    /** Five rows on two workers: three against two, so that the mean must be weighted to equal one batch of five. */
    @Test
    void unequalSharesAreWeightedByRows() {
        Dataset<Row> data = LocalSpark.moons(5, 1);
        NeuralNetworkClassifier two =
                classifier(2, 10, Sgd.of(0.3)).setShuffle(false).setAveragingFrequency(1);
        NeuralNetworkClassifier one = classifier(1, 20, Sgd.of(0.3)).setShuffle(false);
        assertClose(fit(two, data), fit(one, data), 1e-6);
    }

    /** Its gradient is what the round has changed, and it starts from where the round did. */
    @Test
    void anOuterStepOfPlainSgdIsTheMean() {
        Dataset<Row> data = LocalSpark.moons(60, 2);
        NeuralNetworkClassifier classifier = classifier(3, 5, Adam.of(0.01)).setAveragingFrequency(2);
        float[] mean = fit(classifier, data);
        assertClose(fit(classifier.setOuterOptimizer(Sgd.of(1)), data), mean, 1e-5);
    }

    /** Clipped to a norm each, not all of them to one. */
    @Test
    void anOuterStepSeesEveryWeightByItself() {
        NeuralNetworkClassifier classifier = classifier(2, 5, Adam.of(0.1))
                .setEpochs(1)
                .setAveragingFrequency("epoch")
                .setOuterOptimizer("clipped(sgd(1), clipnorm=0.001)");
        float[] after = fit(classifier, LocalSpark.moons(40, 2));
        NetworkPlan plan = NETWORK.withInput(Shape.of(2)).plan();
        float[] before = plan.initialWeights(11).trainable();
        for (Parameter weight : plan.parameters().trainable()) {
            double squares = 0;
            for (int i = weight.offset(); i < weight.offset() + weight.size(); i++) {
                squares += Math.pow(after[i] - before[i], 2);
            }
            assertThat(Math.sqrt(squares)).as(weight.name()).isCloseTo(0.001, within(1e-6));
        }
    }

    /** Four rounds an epoch, after which steps are too short for single precision. */
    @Test
    void outerStepsAreCountedByRounds() {
        Dataset<Row> data = LocalSpark.moons(80, 2);
        NeuralNetworkClassifier classifier =
                classifier(2, 5, Adam.of(0.01)).setAveragingFrequency(2).setOuterOptimizer("sgd(1)");
        float[] afterOneEpoch = fit(classifier.setEpochs(1), data);
        classifier.setEpochs(3).setOuterOptimizer("sgd(piecewise_constant_decay([3], [1, 1e-20]))");
        assertThat(fit(classifier, data)).isEqualTo(afterOneEpoch);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theSameRunGivesTheSameBits(int workers) {
        Dataset<Row> data = LocalSpark.moons(101, 4);
        Sequential network = Sequential.of(
                Dense.of(8).activation("relu"), Dropout.of(0.3), Dense.of(2).activation("softmax"));
        NeuralNetworkClassifier classifier =
                classifier(workers, 7, Adam.of(0.01)).setNetwork(network).setAveragingFrequency(3);
        assertThat(fit(classifier, data)).isEqualTo(fit(classifier, data));
    }

    @Test
    void theSameRowsInOtherPartitionsGiveTheSameBits() {
        NeuralNetworkClassifier classifier = classifier(3, 7, Adam.of(0.01));
        assertThat(fit(classifier, LocalSpark.moons(101, 1))).isEqualTo(fit(classifier, LocalSpark.moons(101, 6)));
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        Dataset<Row> data = LocalSpark.moons(40, 2);
        assertThat(fit(classifier(2, 8, Adam.of()), data))
                .isNotEqualTo(fit(classifier(2, 8, Adam.of()).setSeed(12), data));
    }

    @Test
    void moreWorkersThanRowsTrainWithFewerAndSaySo() {
        List<String> notices = new ArrayList<>();
        NeuralNetworkClassifier classifier = classifier(9, 4, Adam.of()).setListener(new TrainingListener() {
            @Override
            public void noticed(String notice) {
                notices.add(notice);
            }
        });
        classifier.fit(LocalSpark.moons(5, 2));
        assertThat(notices).containsExactly("Training uses 5 workers instead of 9, because there are only 5 rows.");
    }

    @Test
    void listenersSeeEveryRound() {
        List<String> seen = new ArrayList<>();
        NeuralNetworkClassifier classifier = classifier(2, 5, Adam.of())
                .setEpochs(2)
                .setAveragingFrequency(2)
                .setListener(new TrainingListener() {
                    @Override
                    public void started(TrainingStart start) {
                        seen.add(start.rows() + " rows, " + start.workers() + " workers, " + start.parameters());
                    }

                    @Override
                    public void roundFinished(RoundProgress progress) {
                        seen.add(progress.epoch() + "." + progress.round() + "/" + progress.rounds() + ": "
                                + progress.rows());
                        assertThat(progress.loss()).isPositive().isFinite();
                        assertThat(LocalSpark.context().getLocalProperty("spark.job.description"))
                                .isEqualTo(progress.toString());
                    }
                });
        classifier.fit(LocalSpark.moons(30, 2));
        assertThat(seen).containsExactly("30 rows, 2 workers, 42", "1.1/2: 20", "1.2/2: 30", "2.1/2: 50", "2.2/2: 60");
        assertThat(LocalSpark.context().getLocalProperty("spark.job.description"))
                .isNull();
    }

    @Test
    void nothingStaysCachedAfterTraining() {
        int before = LocalSpark.context().getPersistentRDDs().size();
        fit(classifier(2, 8, Adam.of()), LocalSpark.moons(40, 2));
        assertThat(LocalSpark.context().getPersistentRDDs()).hasSize(before);
    }

    @Test
    void aLossOfNaNEndsTheRunWithItsCause() {
        int before = LocalSpark.context().getPersistentRDDs().size();
        Sequential network = Sequential.of(
                Dense.of(8).kernelInitializer("constant(1e30)"),
                Dense.of(8).kernelInitializer("constant(1e30)"),
                Dense.of(2).activation("softmax"));
        NeuralNetworkClassifier classifier = classifier(2, 8, Adam.of(0.5)).setNetwork(network);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> classifier.fit(LocalSpark.moons(40, 2)))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("epoch 1, round 1")
                .hasMessageContaining("learning rate of 0.5");
        assertThat(LocalSpark.context().getPersistentRDDs()).hasSize(before);
    }
}
