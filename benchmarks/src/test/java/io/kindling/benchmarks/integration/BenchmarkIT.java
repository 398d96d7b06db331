package io.kindling.benchmarks.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.cluster.integration.Built;
import io.kindling.cluster.integration.LineProcess;
import io.kindling.cluster.testing.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmarks measure as a user starts them: Deeplearning4j takes its turns where it is there. */
class BenchmarkIT {
    private static final double TARGET = 0.9;
    /** A loss far below the one of guessing among ten classes, 2.3. */
    private static final double LEARNT = 0.5;

    /** No Python, whichever there is. */
    private static final Map<String, String> SETTINGS = Map.of("KINDLING_PYTHON", "false");

    @TempDir
    private Path directory;

    @Test
    void stepsAreMadeOnTheImagesOfTheProject() throws IOException, InterruptedException {
        List<Object> command = List.of("steps", "--network", "784-64-32-10 relu");
        try (LineProcess process = LineProcess.start(Built.script("benchmark", command), false, SETTINGS)) {
            List<String> said = process.requireSuccess();
            JsonNode step =
                    new ObjectMapper().readTree(said.get(said.size() - 1)).at("/steps/0");
            assertThat(step.get("network").textValue()).isEqualTo("784-64-32-10 relu, images");
            assertThat(step.get("by_dl4j").doubleValue())
                    .isEqualTo(step.get("kindling_ms").doubleValue()
                            / step.get("dl4j_ms").doubleValue());
            assertThat(step.get("kindling_loss").doubleValue()).isLessThan(LEARNT);
            assertThat(step.get("dl4j_loss").doubleValue()).isLessThan(LEARNT);
        }
    }

    @Test
    void enginesTrainUntilTheyAreGoodEnough() throws IOException, InterruptedException {
        Path images = Samples.idx(directory, ".gz");
        List<Object> command = List.of(
                "training",
                "--data",
                images,
                "--test",
                images,
                "--runs",
                1,
                "--epochs",
                40,
                "--batch-size",
                16,
                "--dl4j-batch-size",
                16,
                "--dl4j-target",
                TARGET);
        try (LineProcess process = LineProcess.start(Built.script("benchmark", command), false, SETTINGS)) {
            List<String> said = process.requireSuccess();
            JsonNode figures = new ObjectMapper().readTree(said.get(said.size() - 1));
            assertThat(figures.get("contestants"))
                    .extracting(contestant -> contestant.get("name").textValue())
                    .containsExactly(
                            "kindling, workers 2, batch 16",
                            "kindling, workers 1, batch 16",
                            "kindling, workers 2, batch 16, to 90 %",
                            "dl4j, workers 2, batch 16, to 90 %",
                            "dl4j-spark alone, workers 2, batch 16, every 5, to 90 %");
            for (int contestant = 2; contestant < 5; contestant++) {
                JsonNode run = figures.at("/contestants/" + contestant + "/runs/0");
                int last = run.get("accuracies").size() - 1;
                assertThat(run.get("accuracies").get(last).doubleValue()).isGreaterThanOrEqualTo(TARGET);
                assertThat(run.get("seconds").get(last).doubleValue())
                        .isPositive()
                        .isEqualTo(run.get("seconds_to_target").doubleValue());
            }
            assertThat(figures.get("time_by_dl4j").doubleValue()).isPositive();
            assertThat(figures.get("time_by_dl4j_spark_alone").doubleValue()).isPositive();
            assertThat(figures.get("steps_per_second_two_threads_by_one").doubleValue())
                    .isPositive();
        }
    }
}
