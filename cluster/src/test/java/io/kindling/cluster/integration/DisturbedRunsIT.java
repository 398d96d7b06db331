package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.Samples;
import io.kindling.cluster.testing.SavedWeights;
import io.kindling.cluster.testing.Thoroughness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to a command at whatever moment: what it read and what was there before stay to the last bit, what it
 * writes is whole or absent, and the same command succeeds the next time.
 */
class DisturbedRunsIT {
    private static final List<DisturbedCommand.Kind> KINDS = List.of(
            DisturbedCommand.Kind.INTERRUPTED,
            DisturbedCommand.Kind.TERMINATED,
            DisturbedCommand.Kind.KILLED,
            DisturbedCommand.Kind.NOT_PERMITTED,
            DisturbedCommand.Kind.DISK_FULL);

    /** More than either command writes. */
    private static final int MOST_KILOBYTES = 150;

    @TempDir
    private static Path directory;

    private static Path before;
    private static Path after;
    private static long trainMillis;
    private static long predictMillis;

    private static List<String> train(Path place, int seed) throws IOException {
        return Built.plainJava(List.of(
                "train",
                "--data",
                place.resolve("data.csv").toString(),
                "--label",
                "kind",
                "--hidden",
                "64",
                "--epochs",
                "30",
                "--workers",
                "2",
                "--seed",
                Integer.toString(seed),
                "--checkpoint-dir",
                place.resolve("checkpoints").toString(),
                "--checkpoint-interval",
                "1",
                "--out",
                place.resolve("model").toString(),
                "--overwrite"));
    }

    private static List<String> predict(Path place, String model) throws IOException {
        return Built.plainJava(List.of(
                "predict",
                "--data",
                place.resolve("data.csv").toString(),
                "--model",
                place.resolve(model).toString(),
                "--out",
                place.resolve("predicted.csv").toString(),
                "--overwrite"));
    }

    private static long run(List<String> command, Path place) throws IOException, InterruptedException {
        DisturbedCommand run = DisturbedCommand.run(command, place, DisturbedCommand.Kind.NOTHING, 0);
        assertThat(run.exitCode()).as(run.said().toString()).isZero();
        return run.millis();
    }

    /** A model of one seed with its predictions, and what the commands make of them: those of another seed. */
    @BeforeAll
    static void runUndisturbed() throws IOException, InterruptedException {
        before = Files.createDirectories(directory.resolve("before"));
        Files.move(Samples.wideCsv(before, 1000, 8), before.resolve("data.csv"));
        run(train(before, 1), before);
        run(predict(before, "model"), before);
        delete(before.resolve("checkpoints"));
        after = Aftermath.copy(before, directory.resolve("after"));
        trainMillis = run(train(after, 2), after);
        predictMillis = run(predict(after, "model"), after);
        assertThat(Aftermath.of(after.resolve("predicted.csv")))
                .isNotEqualTo(Aftermath.of(before.resolve("predicted.csv")));
    }

    private static void delete(Path folder) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("rm", "-r", folder.toString()).start().waitFor())
                .isZero();
    }

    private interface Case {
        void run(DisturbedCommand.Kind kind, long moment) throws IOException, InterruptedException;
    }

    private Stream<DynamicTest> cases(String name, long millis, Case each) {
        Random random = Thoroughness.random(name);
        List<DynamicTest> tests = new ArrayList<>();
        for (DisturbedCommand.Kind kind : KINDS) {
            for (int i = 0; i < Thoroughness.times(1, 10); i++) {
                long moment = random.nextInt(
                        kind == DisturbedCommand.Kind.DISK_FULL ? MOST_KILOBYTES : (int) Math.max(1, millis));
                String unit = kind == DisturbedCommand.Kind.DISK_FULL ? " kB left" : " ms";
                tests.add(DynamicTest.dynamicTest(
                        name + " " + kind.toString().toLowerCase(java.util.Locale.ROOT) + " with " + moment + unit,
                        () -> each.run(kind, moment)));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> trainings() {
        return cases("training", trainMillis, this::disturbTraining);
    }

    @TestFactory
    Stream<DynamicTest> predictions() {
        return cases("prediction", predictMillis, this::disturbPrediction);
    }

    private void disturbTraining(DisturbedCommand.Kind kind, long moment) throws IOException, InterruptedException {
        Path place = Aftermath.copy(before, Files.createTempDirectory(directory, "case"));
        DisturbedCommand run = DisturbedCommand.run(train(place, 2), place, kind, moment);
        requireOrderlyEnd(run, kind);
        requireUntouched(place, "data.csv", "predicted.csv");
        SortedMap<String, String> model = Aftermath.of(place.resolve("model"));
        if (!model.equals(Aftermath.of(before.resolve("model")))) {
            assertThat(SavedWeights.in(place.resolve("model")))
                    .hasSameBinaryContentAs(SavedWeights.in(after.resolve("model")));
        }
        run(train(place, 2), place);
        assertThat(SavedWeights.in(place.resolve("model")))
                .hasSameBinaryContentAs(SavedWeights.in(after.resolve("model")));
        assertThat(Samples.namesIn(place)).containsExactly("checkpoints", "data.csv", "model", "predicted.csv");
    }

    private void disturbPrediction(DisturbedCommand.Kind kind, long moment) throws IOException, InterruptedException {
        Path place = Aftermath.copy(before, Files.createTempDirectory(directory, "case"));
        Aftermath.copy(after.resolve("model"), place.resolve("other"));
        DisturbedCommand run = DisturbedCommand.run(predict(place, "other"), place, kind, moment);
        requireOrderlyEnd(run, kind);
        requireUntouched(place, "data.csv", "model");
        SortedMap<String, String> predicted = Aftermath.of(place.resolve("predicted.csv"));
        assertThat(predicted)
                .isIn(Aftermath.of(before.resolve("predicted.csv")), Aftermath.of(after.resolve("predicted.csv")));
        run(predict(place, "other"), place);
        requireEqual(place, after, "predicted.csv");
        assertThat(Samples.namesIn(place)).containsExactly("data.csv", "model", "other", "predicted.csv");
    }

    private static void requireUntouched(Path place, String... names) throws IOException {
        for (String name : names) {
            requireEqual(place, before, name);
        }
    }

    private static void requireEqual(Path place, Path other, String name) throws IOException {
        assertThat(Aftermath.of(place.resolve(name))).as(name).isEqualTo(Aftermath.of(other.resolve(name)));
    }

    /** One line that says what happened, where there is anybody left to say it. */
    private static void requireOrderlyEnd(DisturbedCommand run, DisturbedCommand.Kind kind) {
        List<String> sentences =
                run.said().stream().filter(line -> !line.startsWith("epoch ")).toList();
        System.out.println(kind + ": exit code " + run.exitCode() + " " + sentences);
        assertThat(sentences).noneMatch(line -> line.contains("unexpected failure"));
        switch (kind) {
            case INTERRUPTED -> assertThat(run.exitCode()).isIn(0, 130);
            case TERMINATED -> assertThat(run.exitCode()).isIn(0, 143);
            case KILLED -> assertThat(run.exitCode()).isIn(0, 137);
            default -> assertThat(run.exitCode()).isIn(0, 1, 2);
        }
        assertThat(sentences).allMatch(line -> line.startsWith("kindling: "));
        if (run.exitCode() == 1 || run.exitCode() == 2) {
            // Of a signal in the first moments only the JVM knows; SignalsIT asks for the line that comes later.
            assertThat(sentences).isNotEmpty();
        }
    }
}
