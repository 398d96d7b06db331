package io.kindling.cluster.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person should know while training goes well. */
class NoticesTest {

    @TempDir
    Path directory;

    @Test
    void warningsOfTheActivationGuideAreSeen() {
        Path network = Samples.write(
                directory.resolve("network.json"),
                Sequential.of(Dense.of(8).activation("selu"), Dense.of(3).activation("softmax"))
                        .toJson());
        CommandRun run = CommandRun.of(
                        "train",
                        "--data",
                        Samples.numberedCsv(directory),
                        "--label",
                        "kind",
                        "--epochs",
                        1,
                        "--network",
                        network)
                .requireSuccess();
        assertThat(run.err().lines()).anyMatch(line -> line.startsWith("kindling: warning: ") && line.contains("selu"));
    }

    @Test
    void speedCountsNothingTrainedBefore() {
        Object[] training = {
            "train",
            "--data",
            Samples.numberedCsv(directory),
            "--label",
            "kind",
            "--epochs",
            2,
            "--hidden",
            8,
            "--checkpoint-dir",
            directory.resolve("checkpoints"),
            "--workers",
            1
        };
        assertThat(CommandRun.of(training)
                        .requireSuccess()
                        .figures()
                        .get("rows_per_second")
                        .asDouble())
                .isPositive();
        Object[] longer = training.clone();
        longer[6] = 3;
        CommandRun resumed = CommandRun.of(longer).requireSuccess();
        double trained = resumed.figures().get("rows_per_second").asDouble()
                * resumed.figures().get("seconds").asDouble();
        assertThat(Math.round(trained)).isEqualTo(Samples.ROWS);
    }
}
