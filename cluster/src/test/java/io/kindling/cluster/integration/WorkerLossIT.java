package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.activations.Activation;
import io.kindling.cluster.testing.SavedWeights;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker is killed for good in the middle of a round: what is left trains the same model to the last bit. */
class WorkerLossIT {
    @TempDir
    private Path directory;

    @Test
    void inTheMiddleOfARound() throws IOException, InterruptedException {
        Training training = new Training(directory);
        Path out = directory.resolve("killed");
        try (RealCluster cluster = RealCluster.start(directory.resolve("cluster"));
                LineProcess program = training.submit(cluster, TrainingProgram.class, out, Training.SLICED)) {
            Disturbance.awaitMiddleOfRound(program, 1);
            cluster.killWorker();
            assertThat(cluster.status(1)).anyMatch(line -> line.matches("  worker-1, process \\d+: has ended, .*"));
            Disturbance.requireSuccess(program);
        }
        assertThat(SavedWeights.in(out))
                .hasSameBinaryContentAs(training.weightsHere(Training.SLICED, Activation.of("relu")));
    }
}
