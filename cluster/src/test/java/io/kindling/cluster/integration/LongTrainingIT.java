package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After a thousand rounds every process holds what it held after fifty; only Linux says what that is. */
@EnabledOnOs(OS.LINUX)
class LongTrainingIT {
    /** Pools start a thread, and open a socket, when they first need one. */
    private static final long LATE_STARTS = 4;

    private static final double GROWTH = 1.1;

    @TempDir
    private static Path directory;

    private static List<String> said;

    @BeforeAll
    static void train() throws IOException, InterruptedException {
        Path data = Samples.wideCsv(directory, LongTrainingProgram.ROWS, 20);
        try (RealCluster cluster = RealCluster.start(directory.resolve("cluster"))) {
            List<String> command = Built.submit(
                    cluster.url(),
                    LongTrainingProgram.class,
                    directory,
                    List.of(data),
                    List.of(
                            // Spark's pages remember so many jobs and stages; the default is a thousand.
                            "spark.ui.retainedJobs=20",
                            "spark.ui.retainedStages=20",
                            "spark.ui.retainedTasks=100",
                            "spark.sql.ui.retainedExecutions=5",
                            "spark.executor.memory=512m",
                            Built.SHORT_RUN_OF_EXECUTORS + " -Xms512m -XX:+AlwaysPreTouch"));
            // A heap that is there as a whole from the start does not count as growth.
            command.addAll(1, List.of("-Xms1g", "-XX:+AlwaysPreTouch"));
            try (LineProcess program = LineProcess.start(command, false)) {
                said = program.requireSuccess();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"driver", "executor 0", "executor 1"})
    void holdsWhatItHeld(String process) {
        Footprint early = holds(LongTrainingProgram.EARLY, process);
        Footprint late = holds(LongTrainingProgram.LATE, process);
        assertThat(late.rdds()).isEqualTo(early.rdds());
        assertThat(late.blocks()).isLessThanOrEqualTo(early.blocks());
        assertThat(late.files()).isLessThanOrEqualTo(early.files() + LATE_STARTS);
        assertThat(late.threads()).isLessThanOrEqualTo(early.threads() + LATE_STARTS);
        assertThat((double) late.heap()).isLessThan(GROWTH * early.heap());
        assertThat((double) late.resident()).isLessThan(GROWTH * early.resident());
    }

    private static Footprint holds(int rounds, String process) {
        String start = LongTrainingProgram.process(rounds, process);
        return said.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> Footprint.parse(line.substring(start.length())))
                .findFirst()
                .orElseThrow();
    }
}
