package io.kindling.dl4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.cluster.integration.Built;
import io.kindling.cluster.integration.LineProcess;
import io.kindling.cluster.integration.RealCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a cluster both engines learn equally well from the same command, with nothing but the engine changed. */
class EnginesIT {
    private static final Path DATA =
            Path.of("../examples/data").toAbsolutePath().normalize();

    /** The one artifact that the engine needs. */
    private static final Map<String, String> JARS =
            Map.of("KINDLING_JARS", Built.engineJar().toString());

    @TempDir
    private static Path directory;

    private static RealCluster cluster;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = RealCluster.start(directory.resolve("cluster"));
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource({"breast_cancer.csv, 0.94", "digits.csv, 0.95"})
    void areWithinOnePoint(String file, double atLeast) throws IOException, InterruptedException {
        double kindling = accuracy(file, "kindling");
        double dl4j = accuracy(file, "dl4j");
        System.out.printf("%s: kindling %.4f, dl4j %.4f%n", file, kindling, dl4j);
        assertThat(kindling).isGreaterThan(atLeast);
        assertThat(dl4j).isCloseTo(kindling, offset(0.01));
    }

    private static double accuracy(String file, String engine) throws IOException, InterruptedException {
        List<Object> command = List.of(
                "train",
                "--data",
                DATA.resolve(file),
                "--label",
                "label",
                "--hidden",
                "64,32",
                "--standardize",
                "--epochs",
                12,
                "--batch-size",
                16,
                "--workers",
                2,
                "--test-fraction",
                0.3,
                "--seed",
                5,
                "--engine",
                engine,
                "--master",
                cluster.url());
        try (LineProcess process = LineProcess.start(Built.kindling(command), false, JARS)) {
            List<String> said = process.requireSuccess();
            return new ObjectMapper()
                    .readTree(said.get(said.size() - 1))
                    .get("accuracy")
                    .doubleValue();
        }
    }
}
