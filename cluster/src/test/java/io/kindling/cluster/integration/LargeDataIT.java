package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data of four times the executors' heap trains through, without losing an executor on the way. */
class LargeDataIT {
    private static final long MEGABYTE = 1 << 20;
    /** Spark accepts no executor below 450 MB, of which it takes 300 for itself. */
    private static final long HEAP = 480 * MEGABYTE;

    /** This run is long enough for it. */
    private static final String BEST_COMPILER = "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=4";

    private static final long TIMES = 4;
    private static final long ROWS = TIMES * HEAP / (LargeDataProgram.FEATURES * Float.BYTES);

    @TempDir
    private Path directory;

    /** All rows in one partition, as a compressed file gives them: no task could hold its rows either. */
    @Test
    void fourTimesTheHeap() throws IOException, InterruptedException {
        // One executor, on which both workers train at the same time.
        try (RealCluster cluster = RealCluster.start(directory.resolve("cluster"), 1, LargeDataProgram.WORKERS);
                LineProcess program = LineProcess.start(
                        Built.submit(
                                cluster.url(),
                                LargeDataProgram.class,
                                directory,
                                List.of(ROWS, 1),
                                List.of("spark.executor.memory=" + HEAP / MEGABYTE + "m", BEST_COMPILER)),
                        false)) {
            List<String> said = program.requireSuccess();
            assertThat(number(said, LargeDataProgram.HEAP)).isLessThanOrEqualTo(HEAP);
            assertThat(said).noneMatch(line -> line.startsWith(TaskNews.LOST));
            assertThat(number(said, LargeDataProgram.ROWS)).isEqualTo(ROWS);
            // Guessing has a loss of ln 2 = 0.69.
            assertThat(number(said, LargeDataProgram.LOSS)).isBetween(0.0, 0.6);
        }
    }

    private static double number(List<String> said, String of) {
        return said.stream()
                .filter(line -> line.startsWith(of))
                .mapToDouble(line -> Double.parseDouble(line.substring(of.length())))
                .findFirst()
                .orElseThrow();
    }
}
