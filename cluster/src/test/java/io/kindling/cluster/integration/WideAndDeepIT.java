package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.SavedWeights;
import io.kindling.cluster.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network with three inputs gives the same bits on a cluster as in one process, whatever happens to its training. */
class WideAndDeepIT {
    @TempDir
    private static Path directory;

    private static Path data;
    private static Path undisturbed;
    private static long correct;
    private static RealCluster cluster;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        data = new Training(directory).data();
        Path here = directory.resolve("here");
        correct = WideAndDeepProgram.train(
                TestSpark.session(),
                data.toString(),
                here.toString(),
                directory.resolve("here-checkpoints").toString());
        undisturbed = SavedWeights.in(here);
        cluster = RealCluster.start(directory.resolve("cluster"));
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
    }

    private static LineProcess submit(String name, String... settings) throws IOException {
        List<Path> arguments = List.of(data, directory.resolve(name), directory.resolve(name + "-checkpoints"));
        return LineProcess.start(
                Built.submit(cluster.url(), WideAndDeepProgram.class, directory, arguments, List.of(settings)), false);
    }

    private static void requireSameModel(String name, List<String> said) throws IOException {
        assertThat(said).contains(WideAndDeepProgram.CORRECT + correct);
        assertThat(SavedWeights.in(directory.resolve(name))).hasSameBinaryContentAs(undisturbed);
    }

    @Test
    void onAClusterLikeInOneProcess() throws IOException, InterruptedException {
        try (LineProcess program = submit("there")) {
            List<String> said = program.requireSuccess();
            assertThat(said)
                    .contains(WideAndDeepProgram.PARTITIONS + 1)
                    .noneMatch(line -> line.startsWith(TaskNews.LOST));
            requireSameModel("there", said);
        }
    }

    @Test
    void withAnotherPartitioningOfTheFile() throws IOException, InterruptedException {
        try (LineProcess program = submit("partitioned", "spark.sql.files.maxPartitionBytes=100000")) {
            List<String> said = program.requireSuccess();
            assertThat(said).contains(WideAndDeepProgram.PARTITIONS + 6);
            requireSameModel("partitioned", said);
        }
    }

    @Test
    void withAnExecutorKilled() throws IOException, InterruptedException {
        try (LineProcess program = submit("killed")) {
            Disturbance.awaitMiddleOfRound(program, 2);
            cluster.killExecutor();
            requireSameModel("killed", Disturbance.requireSuccess(program));
        }
    }

    @Test
    void continuedAfterItsDriverWasKilled() throws IOException, InterruptedException {
        try (LineProcess first = submit("resumed")) {
            Disturbance.awaitMiddleOfRound(first, 3);
            first.kill();
        }
        assertThat(directory.resolve("resumed")).doesNotExist();
        try (LineProcess second = submit("resumed")) {
            List<String> said = second.requireSuccess();
            assertThat(said)
                    .anyMatch(line ->
                            line.startsWith(WideAndDeepProgram.NOTICE + "Training continues from the checkpoint "));
            requireSameModel("resumed", said);
        }
    }
}
