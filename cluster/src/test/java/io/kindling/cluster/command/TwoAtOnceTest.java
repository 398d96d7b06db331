package io.kindling.cluster.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import io.kindling.cluster.testing.SavedWeights;
import io.kindling.cluster.testing.Thoroughness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Two trainings that want the same place at the same time neither mix nor lose anything, and say what they did. */
class TwoAtOnceTest {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    @TempDir
    private static Path shared;

    private static Path data;
    /** What each seed ends with alone. */
    private static byte[][] alone;

    @BeforeAll
    static void trainAlone() throws IOException {
        data = Samples.namedCsv(shared);
        alone = new byte[2][];
        for (int seed = 0; seed < 2; seed++) {
            Path model = shared.resolve("alone-" + seed);
            train(seed, "--out", model).requireSuccess();
            alone[seed] = Files.readAllBytes(SavedWeights.in(model));
        }
    }

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    private static CommandRun train(int seed, Object... more) {
        Object[] arguments = {
            "train", "--data", data, "--label", "kind", "--hidden", 4, "--epochs", 3, "--workers", 1, "--seed", seed
        };
        Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return CommandRun.of(all);
    }

    private static List<CommandRun> atOnce(Callable<CommandRun> one, Callable<CommandRun> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<CommandRun> first = THREADS.submit(() -> {
            start.await();
            return one.call();
        });
        Future<CommandRun> second = THREADS.submit(() -> {
            start.await();
            return other.call();
        });
        return List.of(first.get(), second.get());
    }

    private interface Pair {
        void meetIn(Path directory) throws Exception;
    }

    private static Stream<DynamicTest> pairs(Pair pair) {
        return IntStream.rangeClosed(1, Thoroughness.times(5, 25))
                .mapToObj(i -> DynamicTest.dynamicTest(
                        "pair " + i, () -> pair.meetIn(Files.createTempDirectory(shared, "pair"))));
    }

    @TestFactory
    Stream<DynamicTest> ofOneOutputOneIsWrittenWholeAndTheOtherRefused() {
        return pairs(TwoAtOnceTest::shareOneOutput);
    }

    @TestFactory
    Stream<DynamicTest> ofOneDirectoryOfCheckpointsBothEndWithTheirOwnBits() {
        return pairs(TwoAtOnceTest::shareOneDirectoryOfCheckpoints);
    }

    private static void shareOneOutput(Path directory) throws Exception {
        Path model = directory.resolve("model");
        List<CommandRun> runs = atOnce(() -> train(0, "--out", model), () -> train(1, "--out", model));
        int winner = runs.get(0).exitCode() == 0 ? 0 : 1;
        runs.get(winner).requireSuccess();
        assertThat(runs.get(1 - winner).exitCode()).isEqualTo(2);
        assertThat(runs.get(1 - winner).err()).containsPattern("--out .*model (is being written by|exists already)");
        assertThat(SavedWeights.in(model)).hasBinaryContent(alone[winner]);
        CommandRun.of("describe", "--model", model).requireSuccess();
        assertThat(Samples.namesIn(directory)).containsExactly("model");
    }

    private static void shareOneDirectoryOfCheckpoints(Path directory) throws Exception {
        Path checkpoints = directory.resolve("checkpoints");
        Path[] models = {directory.resolve("model-0"), directory.resolve("model-1")};
        List<CommandRun> runs = atOnce(
                () -> train(0, "--out", models[0], "--checkpoint-dir", checkpoints, "--checkpoint-interval", 1),
                () -> train(1, "--out", models[1], "--checkpoint-dir", checkpoints, "--checkpoint-interval", 1));
        for (int seed = 0; seed < 2; seed++) {
            runs.get(seed).requireSuccess();
            assertThat(SavedWeights.in(models[seed])).hasBinaryContent(alone[seed]);
        }
        assertThat(runs.get(0).err() + runs.get(1).err())
                .containsPattern("Another training of this process keeps|of another training, which has ended");
        assertThat(Samples.namesIn(checkpoints)).noneMatch(name -> name.startsWith("_"));
    }
}
