package io.kindling.cluster.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.tensor.Shape;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {
    @TempDir
    private Path directory;

    private static CommandRun plan(Object... arguments) {
        Object[] all = new Object[arguments.length + 5];
        System.arraycopy(new Object[] {"plan", "--rows", 60_000, "--workers", 8}, 0, all, 0, 5);
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return CommandRun.of(all);
    }

    @Test
    void settingsForSparkSubmit() {
        CommandRun run =
                plan("--hidden", "512,256", "--features", 784, "--cores", 2).requireSuccess();
        assertThat(run.out())
                .contains(
                        "--conf spark.executor.instances=4\n",
                        "--conf spark.executor.cores=2\n",
                        "--conf spark.executor.memory=",
                        "--conf spark.executor.memoryOverhead=",
                        "--conf spark.driver.memory=")
                .containsPattern("weights +2\\.0 MB\n")
                .containsPattern("memory of the optimizer +4\\.1 MB\n")
                .doesNotContain("maxResultSize");
    }

    @Test
    void aNetworkThatStatesItsInput() {
        Path file = Samples.write(
                directory.resolve("network.json"),
                Sequential.of(Dense.of(20_000), Dense.of(10_000), Dense.of(2))
                        .withInput(Shape.of(30))
                        .toJson());
        assertThat(plan("--network", file).requireSuccess().out())
                .contains("executors do, slice by slice", "spark.driver.maxResultSize=");
    }

    @Test
    void featuresAreNeeded() {
        plan("--hidden", "8").requireRefusal("--features is needed");
    }

    @Test
    void wrongNumbers() {
        plan("--features", 0).requireRefusal("--features must be at least 1. Received: 0.");
        plan("--features", 4, "--batch-size", 0).requireRefusal("--batch-size must be at least 1. Received: 0.");
    }

    @ParameterizedTest
    @CsvSource({
        "--rows, 9223372036854775807, 2^63 bytes",
        "--workers, 2147483647, needs more than 2^63 bytes",
        "--cores, 2147483647, needs more than 2^63 bytes"
    })
    void hugeNumbersAreRefused(String option, String value, String said) {
        CommandRun.of(
                        "plan",
                        "--rows",
                        option.equals("--rows") ? value : "9000000000000000",
                        "--workers",
                        option.equals("--rows") ? "2" : "2147483647",
                        "--cores",
                        option.equals("--cores") ? value : "1000000000",
                        "--features",
                        1000,
                        "--hidden",
                        "1000000")
                .requireRefusal(said, "--rows");
    }

    @Test
    void miniBatchesLargerThanArraysAreRefused() {
        CommandRun.of("plan", "--rows", 1L << 40, "--workers", 2, "--features", 10, "--batch-size", Integer.MAX_VALUE)
                .requireRefusal("mini-batch of 2147483647", "batchSize of at most");
    }

    @Test
    void hugeShapesAreRefused() {
        plan("--features", Integer.MAX_VALUE).requireRefusal("A shape holds at most");
        plan("--features", 10, "--hidden", Integer.MAX_VALUE).requireRefusal("A shape holds at most");
    }

    @Test
    void buffersFollowTheRowsOfAWorker() {
        String rows =
                plan("--features", 10, "--batch-size", 7500).requireSuccess().out();
        assertThat(plan("--features", 10, "--batch-size", Integer.MAX_VALUE)
                        .requireSuccess()
                        .out())
                .isEqualTo(rows);
    }

    @Test
    void moreCoresThanWorkersTakeOneExecutor() {
        assertThat(plan("--features", 10, "--cores", Integer.MAX_VALUE)
                        .requireSuccess()
                        .out())
                .contains("--conf spark.executor.instances=1\n");
    }
}
