package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import io.kindling.cluster.testing.SavedWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command that is asked to end keeps what it has, says so in one line, and leaves nothing else behind. */
class SignalsIT {
    private static final int EPOCHS = 400;

    @TempDir
    private static Path shared;

    @TempDir
    private Path directory;

    private static Path data;
    private static Path undisturbed;

    @BeforeAll
    static void trainUndisturbed() throws IOException {
        data = Samples.wideCsv(shared, 500, 6);
        Path model = shared.resolve("undisturbed");
        CommandRun.of(command(EPOCHS, model).toArray()).requireSuccess();
        undisturbed = SavedWeights.in(model);
    }

    private static List<Object> command(int epochs, Path out) {
        return List.of(
                "train",
                "--data",
                data,
                "--label",
                "kind",
                "--task",
                "classification",
                "--hidden",
                "64,32",
                "--epochs",
                epochs,
                "--workers",
                2,
                "--seed",
                3,
                "--out",
                out);
    }

    private LineProcess train(int epochs, Object... more) throws IOException {
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        List<Object> command = new ArrayList<>(command(epochs, directory.resolve("model")));
        command.addAll(List.of(more));
        List<String> options = new ArrayList<>(Built.SHORT_RUN);
        options.add("-Djava.io.tmpdir=" + temporary);
        return LineProcess.start(
                Built.kindling(command), true, Map.of("KINDLING_JAVA_OPTS", String.join(" ", options)));
    }

    private static List<String> besidesEpochs(List<String> said) {
        return said.stream().filter(line -> !line.startsWith("epoch ")).toList();
    }

    private void requireNothingLeft() {
        assertThat(Samples.namesIn(directory.resolve("tmp"))).isEmpty();
        assertThat(directory.resolve("model")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void leaveALastCheckpointFromWhichTheSameCommandGoesOn(String signal, int exitCode)
            throws IOException, InterruptedException {
        Path checkpoints = directory.resolve("checkpoints");
        Object[] options = {"--checkpoint-dir", checkpoints, "--checkpoint-interval", 1_000};
        try (LineProcess process = train(EPOCHS, options)) {
            process.await(line -> line.startsWith("epoch 5/"));
            process.signal(signal);
            assertThat(besidesEpochs(process.requireExit(exitCode)))
                    .singleElement()
                    .asString()
                    .matches("kindling: Training was interrupted at epoch \\d+/400, round 1/1;"
                            + " the same training goes on from the checkpoint .*/checkpoints/checkpoint-\\d+\\.");
        }
        requireNothingLeft();
        try (LineProcess process = train(EPOCHS, options)) {
            assertThat(process.requireSuccess())
                    .anyMatch(line -> line.startsWith("kindling: Training continues from the checkpoint "))
                    .noneMatch(line -> line.startsWith("epoch 5/"));
        }
        assertThat(SavedWeights.in(directory.resolve("model"))).hasSameBinaryContentAs(undisturbed);
    }

    @Test
    void sayThatNothingIsKeptWithoutCheckpoints() throws IOException, InterruptedException {
        try (LineProcess process = train(100_000)) {
            process.await(line -> line.startsWith("epoch 5/"));
            process.signal("INT");
            assertThat(besidesEpochs(process.requireExit(130)))
                    .singleElement()
                    .asString()
                    .endsWith("; nothing of it is kept, as there is no checkpoint of it.");
        }
        requireNothingLeft();
    }

    @Test
    void leaveTheDirectoryOfCheckpointsFree() throws IOException, InterruptedException {
        Path checkpoints = directory.resolve("checkpoints");
        try (LineProcess process = train(100_000, "--checkpoint-dir", checkpoints)) {
            process.await(line -> line.startsWith("epoch 5/"));
            try (LineProcess second = LineProcess.start(
                    Built.kindling(List.of(
                            "train",
                            "--data",
                            data,
                            "--label",
                            "kind",
                            "--task",
                            "classification",
                            "--seed",
                            4,
                            "--checkpoint-dir",
                            checkpoints)),
                    true)) {
                assertThat(second.requireExit(2))
                        .singleElement()
                        .asString()
                        .contains("The directory of checkpoints", "is being written by process");
            }
            process.signal("TERM");
            process.requireExit(143);
        }
        try (Stream<Path> files = Files.list(checkpoints)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("_"));
        }
    }
}
