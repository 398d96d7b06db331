package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What executors as processes of their own can suffer is said in one sentence, with the setting to change. */
class FailuresIT {
    private static final String EXECUTOR = "executor \\d+ on 127\\.0\\.0\\.1";
    /** As many as there are. */
    private static final int ROWS = 4000;

    private static final String SMALL = "spark.executor.memory=480m";
    private static final String JVM_OPTIONS = "spark.executor.extraJavaOptions=";

    @TempDir
    private static Path directory;

    private static String data;
    private static RealCluster cluster;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        data = new Training(directory).data().toString();
        cluster = RealCluster.start(directory.resolve("cluster"));
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
    }

    /** Buffers hold as many rows as a worker has, so what takes much memory is a wide layer. */
    private static List<String> training(int units, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "train",
                "--data",
                data,
                "--label",
                TrainingProgram.LABEL,
                "--task",
                "classification",
                "--hidden",
                Integer.toString(units),
                "--batch-size",
                Integer.toString(ROWS),
                "--workers",
                "2",
                "--master",
                cluster.url(),
                // Tried once, a task fails as it does when it is tried for the last time.
                "--conf",
                "spark.task.maxFailures=1"));
        for (String setting : settings) {
            arguments.addAll(List.of("--conf", setting));
        }
        return arguments;
    }

    private static void requireSentence(List<String> command, String pattern) throws IOException, InterruptedException {
        try (LineProcess process = LineProcess.start(command, true)) {
            // On a busy machine a cluster takes so long for executors that the command says what it waits for.
            List<String> sentences = process.requireExit(1).stream()
                    .filter(line ->
                            !line.contains(" executor: no worker of ") && !line.contains(" an executor is there"))
                    .toList();
            assertThat(sentences).singleElement().asString().matches("kindling: " + pattern);
        }
    }

    /** What so wide a layer writes is more than the heap; without JavaCPP's limit, native memory is there. */
    @Test
    void tooLittleHeap() throws IOException, InterruptedException {
        requireSentence(
                Built.kindling(training(
                        100_000,
                        SMALL,
                        JVM_OPTIONS + "-Dorg.bytedeco.javacpp.maxbytes=0 -Dorg.bytedeco.javacpp.maxphysicalbytes=0")),
                "The heap of " + EXECUTOR + " is too small: raise spark\\.executor\\.memory, .*");
    }

    /** An executor takes more in all than JavaCPP is allowed here, which is twice the heap otherwise. */
    @Test
    void tooLittleNativeMemory() throws IOException, InterruptedException {
        requireSentence(
                Built.kindling(training(5_000, SMALL, JVM_OPTIONS + "-Dorg.bytedeco.javacpp.maxphysicalbytes=200m")),
                "The " + EXECUTOR + " has too little memory beyond the heap, .* spark\\.executor\\.memoryOverhead\\.");
    }

    @Test
    void otherPlatform() throws IOException, InterruptedException {
        requireSentence(
                Built.kindling(training(32, JVM_OPTIONS + "-Dorg.bytedeco.javacpp.platform=windows-x86")),
                "The " + EXECUTOR + " runs on .*, for which the jar has no native libraries.* -Dnative\\.platform=.*");
    }

    /** A driver that nobody has submitted: executors do not get its jar. */
    @Test
    void withoutTheJar() throws IOException, InterruptedException {
        requireSentence(
                Built.plainJava(training(32)),
                "The " + EXECUTOR + " does not have .*: submit the program .* --jars .*");
    }
}
