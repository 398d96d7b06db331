package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.activations.Activation;
import io.kindling.cluster.testing.SavedWeights;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An executor is killed in the middle of a round: the model is the same to the last bit. */
class ExecutorLossIT {
    @TempDir
    private static Path directory;

    private static Training training;
    private static RealCluster cluster;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        training = new Training(directory);
        cluster = RealCluster.start(directory.resolve("cluster"));
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource({"0, " + Training.DIRECT, "2, " + Training.SLICED, "4, " + Training.DIRECT})
    void inTheMiddleOfARound(int roundsBefore, int units) throws IOException, InterruptedException {
        Path out = directory.resolve("killed-after-" + roundsBefore);
        try (LineProcess program = training.submit(cluster, TrainingProgram.class, out, units)) {
            Disturbance.awaitMiddleOfRound(program, roundsBefore);
            cluster.killExecutor();
            Disturbance.requireSuccess(program);
        }
        assertThat(SavedWeights.in(out)).hasSameBinaryContentAs(training.weightsHere(units, Activation.of("relu")));
    }
}
