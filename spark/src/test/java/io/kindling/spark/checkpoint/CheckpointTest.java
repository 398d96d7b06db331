package io.kindling.spark.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindling.layers.core.Dense;
import io.kindling.layers.normalization.BatchNormalization;
import io.kindling.layers.regularization.Dropout;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.files.LeaseHeldException;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.spark.training.RoundProgress;
import io.kindling.spark.training.TrainingDivergedException;
import io.kindling.spark.training.TrainingInterruptedException;
import io.kindling.spark.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that was interrupted goes on from its last whole checkpoint and ends with the same bits. */
class CheckpointTest {
    /** 80 rows but for 20 % of them, 2 workers, mini-batches of 4: 8 or 9, so 3 rounds of 3 in each of 4 epochs. */
    private static final int ROUNDS = 12;

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();
    private int rounds;

    private NeuralNetworkClassifier classifier() {
        return new NeuralNetworkClassifier()
                .setNetwork(Sequential.of(
                        Dense.of(6).activation("tanh"),
                        BatchNormalization.of(),
                        Dropout.of(0.2),
                        Dense.of(2).activation("softmax")))
                .setOptimizer("adam(0.01)")
                .setEpochs(4)
                .setBatchSize(4)
                .setAveragingFrequency(3)
                .setNumWorkers(2)
                .setValidationFraction(0.2)
                .setOuterOptimizer("nesterov(0.9, 0.5)")
                .setCheckpointDir(folder.toString())
                .setCheckpointInterval(2);
    }

    private Weights fit(NeuralNetworkClassifier classifier, int dieAfter) {
        rounds = 0;
        notices.clear();
        return classifier
                .setListener(new TrainingListener() {
                    @Override
                    public void roundFinished(RoundProgress progress) {
                        rounds++;
                        if (rounds == dieAfter) {
                            throw new IllegalStateException("dies here");
                        }
                    }

                    @Override
                    public void noticed(String notice) {
                        notices.add(notice);
                    }
                })
                .fit(LocalSpark.moons(80, 3))
                .trainedNetwork()
                .weights();
    }

    private Weights undisturbed() throws IOException {
        Weights weights = fit(classifier(), -1);
        assertThat(rounds).isEqualTo(ROUNDS);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return weights;
    }

    private void dieAfter(int round) {
        assertThatThrownBy(() -> fit(classifier(), round)).hasMessage("dies here");
    }

    private List<Path> checkpoints() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("checkpoint"))
                    .sorted()
                    .toList();
        }
    }

    private static void assertSame(Weights actual, Weights expected) {
        assertThat(actual.trainable()).isEqualTo(expected.trainable());
        assertThat(actual.nonTrainable()).isEqualTo(expected.nonTrainable());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 7, 11})
    void theSameFitGoesOn(int round) throws IOException {
        Weights expected = undisturbed();
        dieAfter(round);
        assertSame(fit(classifier(), -1), expected);
        assertThat(rounds).isEqualTo(ROUNDS - round / 2 * 2);
        assertThat(notices).singleElement().asString().startsWith("Training continues from the checkpoint ");
    }

    /** What it remembers and how many rounds there were are in the checkpoint. */
    @Test
    void anOuterOptimizerWithMoreMemoryGoesOnToo() throws IOException {
        NeuralNetworkClassifier withAdam = classifier().setOuterOptimizer("adam(0.05)");
        Weights expected = fit(withAdam, -1);
        for (Path file : checkpoints()) {
            Files.delete(file);
        }
        assertThatThrownBy(() -> fit(withAdam, 7)).hasMessage("dies here");
        assertSame(fit(withAdam, -1), expected);
        assertThat(rounds).isEqualTo(ROUNDS - 6);
        assertThat(expected.trainable()).isNotEqualTo(undisturbed().trainable());
    }

    @Test
    void theLastTwoAreKept() throws IOException {
        dieAfter(9);
        assertThat(checkpoints())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("checkpoint-000000000006", "checkpoint-000000000008");
    }

    @Test
    void aDamagedOneIsPassedOver() throws IOException {
        Weights expected = undisturbed();
        dieAfter(9);
        Path newest = checkpoints().get(1);
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 4;
        Files.write(newest, bytes);
        assertSame(fit(classifier(), -1), expected);
        assertThat(rounds).isEqualTo(ROUNDS - 6);
        assertThat(notices.get(0)).contains("checkpoint-000000000008 cannot be used, so the one before it is");
    }

    @Test
    void oneThatWasNotFinishedIsNotSeen() throws IOException {
        Weights expected = undisturbed();
        dieAfter(4);
        Path newest = checkpoints().get(1);
        Files.write(folder.resolve("_unfinished-checkpoint-000000000006"), Files.readAllBytes(newest));
        assertSame(fit(classifier(), -1), expected);
    }

    @Test
    void thatOfAnotherTrainingIsRefusedByWhatDiffers() {
        dieAfter(7);
        assertThatThrownBy(() -> fit(classifier().setShuffle(false).setBatchSize(5), -1))
                .isInstanceOf(CheckpointMismatchException.class)
                .hasMessageContaining("It differs in: batchSize, shuffle.")
                .hasMessageContaining("checkpointDir");
        assertThatThrownBy(() ->
                        fit(classifier().setNetwork(Sequential.of(Dense.of(2).activation("softmax"))), -1))
                .hasMessageContaining("It differs in: network.");
        assertThatThrownBy(() -> classifier().fit(LocalSpark.moons(81, 3)))
                .hasMessageContaining("differs in: data, validation data.");
        assertThatThrownBy(() -> fit(classifier().setEpochs(1), -1)).hasMessageContaining("differs in: epochs.");
    }

    @Test
    void aTrainingThatEndedIsNotRepeatedAndDoesNotStandInTheWay() {
        Weights expected = fit(classifier(), -1);
        assertSame(fit(classifier(), -1), expected);
        assertThat(rounds).isZero();
        fit(classifier().setSeed(7), -1);
        assertThat(rounds).isEqualTo(ROUNDS);
    }

    @Test
    void aLossOfNaNNamesTheLastGoodCheckpoint() {
        assertThatThrownBy(() -> fit(classifier().setOptimizer("sgd(piecewise_constant_decay([8], [0.01, 1e38]))"), -1))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("with a learning rate of 1.0E38")
                .hasMessageContaining("The last good checkpoint is " + folder + "/checkpoint-000000000002.");
    }

    @Test
    void aLongerTrainingAfterOneThatEndedIsContinuedFromItsOwnCheckpoints() throws IOException {
        fit(classifier().setEpochs(6), -1);
        Weights expected = fit(classifier().setSeed(7).setEpochs(8), -1);
        assertThat(notices)
                .singleElement()
                .asString()
                .contains("has ended, and are replaced. It differs in: data, seed, validation data.");
        fit(classifier().setEpochs(6), -1);
        assertThatThrownBy(() -> fit(classifier().setSeed(7).setEpochs(8), 7)).hasMessage("dies here");
        assertThat(checkpoints())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("checkpoint-000000000004", "checkpoint-000000000006");
        assertSame(fit(classifier().setSeed(7).setEpochs(8), -1), expected);
        assertThat(rounds).isEqualTo(24 - 6);
    }

    @Test
    void anEndedTrainingOfMoreEpochsIsReplacedByOneOfFewer() {
        Weights expected = fit(classifier().setEpochs(2), -1);
        fit(classifier(), -1);
        assertSame(fit(classifier().setEpochs(2), -1), expected);
        assertThat(notices).singleElement().asString().contains("It differs in: epochs.");
    }

    @Test
    void anEndedTrainingGoesOnToMoreEpochs() {
        fit(classifier().setEpochs(2), -1);
        fit(classifier(), -1);
        assertThat(rounds).isEqualTo(ROUNDS / 2);
    }

    @Test
    void damagedOnesAloneAreSetAsideAndStandInTheWayOfNone() throws IOException {
        Weights expected = undisturbed();
        dieAfter(9);
        for (Path file : checkpoints()) {
            Files.write(file, new byte[] {1, 2, 3});
        }
        assertThatThrownBy(() -> fit(classifier(), 3)).hasMessage("dies here");
        assertThat(notices).last().asString().contains("No checkpoint in", "begins anew");
        assertThat(checkpoints())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("checkpoint-000000000002");
        assertSame(fit(classifier(), -1), expected);
        assertThat(rounds).isEqualTo(ROUNDS - 2);
    }

    @Test
    void restartDeletesThoseOfAnotherTraining() {
        dieAfter(7);
        Weights other = fit(classifier().setSeed(7).setCheckpointMode("restart"), -1);
        assertThat(rounds).isEqualTo(ROUNDS);
        assertThat(notices).singleElement().asString().contains("are deleted, and training begins anew");
        assertSame(fit(classifier().setSeed(7), -1), other);
        assertThat(rounds).isZero();
    }

    @Test
    void separateTrainingsKeepTheirOwnInSubfolders() throws IOException {
        Weights expected = undisturbed();
        for (long seed : new long[] {0, 7}) {
            assertThatThrownBy(() -> fit(classifier().setSeed(seed).setCheckpointMode(CheckpointMode.SEPARATE), 7))
                    .hasMessage("dies here");
        }
        assertThat(checkpoints()).isEmpty();
        assertSame(fit(classifier().setCheckpointMode("separate"), -1), expected);
        assertThat(rounds).isEqualTo(ROUNDS - 6);
        fit(classifier().setSeed(7).setCheckpointMode("separate"), -1);
        assertThat(rounds).isEqualTo(ROUNDS - 6);
    }

    @Test
    void anUnknownModeIsRefusedByThoseThereAre() {
        assertThatThrownBy(() -> classifier().setCheckpointMode("keep"))
                .hasMessage("checkpointMode must be resume, restart or separate. Received: keep.");
    }

    @Test
    void anotherProcessAtWorkInTheDirectoryIsNotDisturbed() throws IOException {
        Path lease = folder.resolve("_lease-1");
        Files.writeString(lease, "{\"host\":\"elsewhere\",\"pid\":12,\"started\":\"x\",\"id\":\"y\"}");
        assertThatThrownBy(() -> fit(classifier(), -1))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("is being written by process 12 on elsewhere already");
        assertThat(checkpoints()).isEmpty();
    }

    @Test
    void anInterruptedThreadLeavesItsLastWholeRound() throws IOException {
        Weights expected = undisturbed();
        TrainingListener interrupts = new TrainingListener() {
            @Override
            public void roundFinished(RoundProgress progress) {
                if (progress.epoch() == 2 && progress.round() == 2) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        assertThatThrownBy(() -> classifier().setListener(interrupts).fit(LocalSpark.moons(80, 3)))
                .isInstanceOf(TrainingInterruptedException.class)
                .hasMessageContaining("Training was interrupted at epoch 2/4, round 3/3;")
                .hasMessageContaining("goes on from the checkpoint " + folder + "/checkpoint-000000000005.");
        assertThat(Thread.interrupted()).as("still marked as interrupted").isTrue();
        assertSame(fit(classifier(), -1), expected);
        assertThat(rounds).isEqualTo(ROUNDS - 5);
    }

    /** The round was whole when the interrupt came, though nobody was told yet. */
    @Test
    void anInterruptBetweenARoundAndItsNewsLeavesThatRound() throws IOException {
        Weights expected = undisturbed();
        TrainingListener isInterrupted = new TrainingListener() {
            @Override
            public void roundFinished(RoundProgress progress) {
                if (progress.epoch() == 2 && progress.round() == 2) {
                    throw new IllegalStateException(new InterruptedException());
                }
            }
        };
        assertThatThrownBy(() -> classifier().setListener(isInterrupted).fit(LocalSpark.moons(80, 3)))
                .isInstanceOf(TrainingInterruptedException.class)
                .hasMessageContaining("Training was interrupted at epoch 2/4, round 2/3;")
                .hasMessageContaining("goes on from the checkpoint " + folder + "/checkpoint-000000000005.");
        assertThat(Thread.interrupted()).isTrue();
        assertSame(fit(classifier(), -1), expected);
        assertThat(rounds).isEqualTo(ROUNDS - 5);
    }

    @Test
    void everyFoldOfAValidatorHasItsOwn() throws IOException {
        NeuralNetworkClassifier estimator = classifier();
        CrossValidator validator = new CrossValidator()
                .setEstimator(estimator)
                .setEvaluator(new MulticlassClassificationEvaluator().setMetricName("logLoss"))
                .setEstimatorParamMaps(new ParamGridBuilder()
                        .addGrid(estimator.seed(), new long[] {1, 2})
                        .build())
                .setNumFolds(4)
                .setParallelism(4)
                .setSeed(5);
        double[] together = validator.fit(LocalSpark.moons(80, 3)).avgMetrics();
        try (Stream<Path> subfolders = Files.list(folder)) {
            assertThat(subfolders)
                    .hasSize(4 * 2 + 1)
                    .allMatch(file -> file.getFileName().toString().startsWith("run-"));
        }
        estimator.clear(estimator.checkpointDir());
        // MLlib's evaluator adds up partitions in the order in which they arrive.
        assertThat(validator.setParallelism(1).fit(LocalSpark.moons(80, 3)).avgMetrics())
                .containsExactly(together, within(1e-12));
    }

    @Test
    void twoTrainingsOfOneProcessAtTheSameTimeKeepApart() throws Exception {
        Weights expected = undisturbed();
        Weights other = fit(classifier().setSeed(7), -1);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Weights[] inside = new Weights[1];
        NeuralNetworkClassifier outer = classifier().setListener(new TrainingListener() {
            @Override
            public void roundFinished(RoundProgress progress) {
                if (progress.epoch() == 2 && progress.round() == 1) {
                    inside[0] = fit(classifier().setSeed(7), -1);
                }
            }
        });
        Weights outside = outer.fit(LocalSpark.moons(80, 3)).trainedNetwork().weights();
        assertSame(outside, expected);
        assertSame(inside[0], other);
        assertThat(notices).singleElement().asString().contains("Another training of this process");
    }
}
