package io.kindling.cluster.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.spark.training.RoundProgress;
import io.kindling.spark.training.TrainingStart;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingMonitorTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(new ByteArrayOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8));

    @AfterEach
    void forget() {
        System.clearProperty("kindling.progress");
    }

    @ParameterizedTest
    @CsvSource({"bar, 4/4", "lines, epoch 2/2: loss 0.2500"})
    void showsWhereTrainingIs(String look, String end) {
        System.setProperty("kindling.progress", look);
        TrainingMonitor monitor = new TrainingMonitor(console);
        try (monitor) {
            monitor.noticed("Fewer workers.");
            monitor.started(new TrainingStart(100, 2, 10, 2, 2));
            for (int round = 0; round < 4; round++) {
                monitor.roundFinished(
                        new RoundProgress(1 + round / 2, 2, 1 + round % 2, 2, 1.0 / (1 + round), 50L + round * 50));
            }
        }
        assertThat(monitor.start().rows()).isEqualTo(100);
        String shown = err.toString(StandardCharsets.UTF_8);
        assertThat(shown).startsWith("kindling: Fewer workers.\n").contains(end, "rows/s");
    }

    @Test
    void countsOnlyRowsThatThisProcessTrained() {
        try (TrainingMonitor monitor = new TrainingMonitor(console)) {
            monitor.started(new TrainingStart(100, 2, 10, 2, 2));
            monitor.resumed(150);
            assertThat(monitor.rowsTrained()).isZero();
            monitor.roundFinished(new RoundProgress(2, 2, 2, 2, 0.5, 200));
            assertThat(monitor.rowsTrained()).isEqualTo(50);
        }
    }
}
