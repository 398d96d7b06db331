package io.kindling.cluster.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import io.kindling.cluster.testing.ShortRun;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutants of a saved pipeline, half of them with their checksums made right again: none runs a class it names, opens a file
 * elsewhere, hangs, takes more memory than is left in a small heap, or predicts NaN. {@code -Pfuzz} tries
 * more of them.
 */
class ModelFuzzTest {
    private static final long SEED = 20260901;
    /** Spark itself, with the seed model loaded, takes some 100 MB of it. */
    private static final String HEAP = "-Xmx300m";

    @TempDir
    private Path folder;

    @Test
    void noMutantOfAModelDoesHarm() throws IOException, InterruptedException {
        int mutants = Integer.getInteger("fuzz.mutants", 500);
        Path model = folder.resolve("model");
        CommandRun.of(
                        "train",
                        "--data",
                        Samples.namedCsv(folder),
                        "--label",
                        "kind",
                        "--standardize",
                        "--hidden",
                        4,
                        "--epochs",
                        2,
                        "--out",
                        model)
                .requireSuccess();
        deleteEmptyFiles(model);
        Path log = folder.resolve("log");
        Process process = start(log, model, Files.createDirectory(folder.resolve("mutants")), SEED, mutants);
        boolean ended = process.waitFor(2L + mutants / 100, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(log);
        System.out.println(said);
        assertThat(ended).as(said).isTrue();
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(mutants + " mutants, seeds " + SEED + " to ", "\n0 failures");
    }

    /** Spark's marks of success, which nobody reads: copying them takes time. */
    private static void deleteEmptyFiles(Path model) throws IOException {
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.filter(file -> file.getFileName().toString().contains("_SUCCESS"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private Process start(Path log, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of(HEAP, "-XX:+UseSerialGC", ShortRun.QUICK_COMPILER));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ModelFuzz.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(log.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.start();
    }
}
