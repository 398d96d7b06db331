package io.kindling.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Benchmarks on a few images: what they measure is there, and is what they say it is. */
class BenchmarksTest {
    @TempDir
    private Path directory;

    private Path images;

    @BeforeEach
    void writeImages() {
        images = Samples.idx(directory, ".gz");
    }

    @Test
    void trainingReportsEveryContestant() {
        CommandRun run = CommandRun.ofProgram(
                        Main::run, "training", "--data", images, "--test", images, "--runs", 2, "--epochs", 30)
                .requireSuccess();
        JsonNode figures = run.figures();
        assertThat(figures.get("training_rows").intValue()).isEqualTo(Samples.ROWS);
        JsonNode two = figures.at("/contestants/0");
        assertThat(two.get("name").textValue()).startsWith("kindling, workers 2");
        assertThat(two.get("runs")).hasSize(2).allSatisfy(training -> {
            JsonNode seconds = training.get("seconds");
            assertThat(seconds).hasSize(30);
            for (int epoch = 1; epoch < 30; epoch++) {
                assertThat(seconds.get(epoch).doubleValue())
                        .isGreaterThan(seconds.get(epoch - 1).doubleValue());
            }
            assertThat(training.at("/accuracies/29").doubleValue()).isEqualTo(1);
            assertThat(training.get("seconds_to_target").doubleValue())
                    .isBetween(seconds.get(0).doubleValue(), seconds.get(29).doubleValue());
        });
        assertThat(figures.get("rows_per_second_two_workers_by_one").doubleValue())
                .isPositive();
        assertThat(run.out()).contains("Medians of 2 runs:", "kindling, workers 1");
    }

    @Test
    void transformReportsRowsPerSecond() {
        JsonNode figures = CommandRun.ofProgram(Main::run, "transform", "--data", images, "--rows", 40, "--turns", 2)
                .requireSuccess()
                .figures();
        for (String kind : new String[] {"dense", "sparse"}) {
            JsonNode measured = figures.get(kind);
            assertThat(measured.get("rows").intValue()).isEqualTo(40);
            for (String each : new String[] {"kindling", "perceptron", "reading_alone", "products_alone"}) {
                assertThat(measured.at("/" + each + "/seconds").doubleValue())
                        .as(each)
                        .isPositive();
            }
            assertThat(measured.get("by_perceptron").doubleValue())
                    .isEqualTo(measured.at("/perceptron/seconds").doubleValue()
                            / measured.at("/kindling/seconds").doubleValue());
        }
    }
}
