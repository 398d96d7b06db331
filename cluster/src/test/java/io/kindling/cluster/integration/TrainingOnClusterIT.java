package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.SavedWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training with executors as processes of their own, and with a driver that is killed. */
class TrainingOnClusterIT {
    @TempDir
    private static Path directory;

    private static Training training;
    private static RealCluster cluster;
    private static List<Object> command;
    private static Path undisturbed;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        training = new Training(directory);
        command = List.of(
                "train",
                "--data",
                training.data(),
                "--label",
                TrainingProgram.LABEL,
                "--hidden",
                Training.DIRECT + "," + Training.DIRECT,
                "--epochs",
                6,
                "--averaging-frequency",
                10_000,
                "--workers",
                2,
                "--seed",
                7);
        Path here = directory.resolve("here");
        CommandRun.of(with("--out", here).toArray()).requireSuccess();
        undisturbed = SavedWeights.in(here);
        cluster = RealCluster.start(directory.resolve("cluster"));
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
    }

    private static List<Object> with(Object... more) {
        List<Object> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static LineProcess trainThere(Object... more) throws IOException {
        List<Object> arguments = with(more);
        arguments.addAll(List.of("--master", cluster.url()));
        return LineProcess.start(Built.kindling(arguments), true);
    }

    @Test
    void theModelIsThatOfOneProcess() throws IOException, InterruptedException {
        Path there = directory.resolve("there");
        try (LineProcess process = trainThere("--out", there)) {
            process.await(line -> line.startsWith("epoch 1/6: "));
            assertThat(cluster.status(0))
                    .anyMatch(line -> line.contains("2 of 2 workers registered, programs: kindling"))
                    .filteredOn(line -> line.matches("  worker-\\d, .* runs, executors: app-\\S+/\\d, .*"))
                    .hasSize(2);
            process.requireSuccess();
        }
        assertThat(SavedWeights.in(there)).hasSameBinaryContentAs(undisturbed);
    }

    @Test
    void aKilledDriverIsContinuedByTheSameCommand() throws IOException, InterruptedException {
        Path resumed = directory.resolve("resumed");
        Object[] options = {
            "--out", resumed, "--checkpoint-dir", directory.resolve("checkpoints"), "--checkpoint-interval", 1
        };
        try (LineProcess first = trainThere(options)) {
            first.await(line -> line.startsWith("epoch 3/6: "));
            first.kill();
        }
        assertThat(resumed).doesNotExist();
        try (LineProcess second = trainThere(options)) {
            List<String> said = second.requireSuccess();
            assertThat(said)
                    .anyMatch(line -> line.startsWith("kindling: Training continues from the checkpoint "))
                    .noneMatch(line -> line.startsWith("epoch 1/6: "))
                    .anyMatch(line -> line.startsWith("epoch 6/6: "));
        }
        assertThat(SavedWeights.in(resumed)).hasSameBinaryContentAs(undisturbed);
    }

    @Test
    void anActivationOfTheProgramsOwnReachesTheExecutors() throws IOException, InterruptedException {
        Path there = directory.resolve("own-activation");
        try (LineProcess program = training.submit(cluster, ActivationProgram.class, there, Training.DIRECT)) {
            assertThat(program.requireSuccess()).endsWith(TrainingProgram.SAVED);
        }
        assertThat(SavedWeights.in(there))
                .hasSameBinaryContentAs(training.weightsHere(Training.DIRECT, ActivationProgram.activation()));
    }

    @Test
    void anExtensionInTheProgramsJarReachesTheExecutors() throws IOException, InterruptedException {
        Path there = directory.resolve("extension");
        try (LineProcess program = training.submit(cluster, ExtensionProgram.class, there, Training.DIRECT)) {
            assertThat(program.requireSuccess()).endsWith(TrainingProgram.SAVED);
        }
        assertThat(SavedWeights.in(there))
                .hasSameBinaryContentAs(training.weightsHere(Training.DIRECT, ExtensionProgram.activation()));
    }
}
