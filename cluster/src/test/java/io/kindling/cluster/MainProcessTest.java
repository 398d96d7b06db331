package io.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.cluster.testing.Samples;
import io.kindling.cluster.testing.ShortRun;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: Spark starts and ends with it, and says nothing. */
class MainProcessTest {
    @TempDir
    private Path directory;

    private Path out;
    private Path err;

    private int run(Object... arguments) throws IOException, InterruptedException {
        return run(List.of("-Xmx1g"), arguments);
    }

    private int run(List<String> options, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(options);
        command.add(ShortRun.QUICK_COMPILER);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        out = directory.resolve("out");
        err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void training() throws IOException, InterruptedException {
        Path data = Samples.namedCsv(directory);
        int exitCode = run(
                "train",
                "--data",
                data,
                "--label",
                "kind",
                "--hidden",
                8,
                "--epochs",
                3,
                "--workers",
                2,
                "--out",
                "model");
        assertThat(err).content().matches("(epoch \\d/3: loss [\\d.]+, [\\d,]+ rows/s\n){3}");
        assertThat(exitCode).isZero();
        assertThat(Files.readAllLines(out))
                .last()
                .asString()
                .startsWith("{\"accuracy\":")
                .endsWith("}");
        assertThat(Samples.namesIn(directory)).containsExactly("err", "model", "named.csv", "out");
    }

    /** What Spark's history server shows of each job. */
    @Test
    void eventLog() throws IOException, InterruptedException {
        Path data = Samples.namedCsv(directory);
        Path logs = Files.createDirectory(directory.resolve("logs"));
        int exitCode = run(
                "train",
                "--data",
                data,
                "--label",
                "kind",
                "--hidden",
                8,
                "--epochs",
                3,
                "--workers",
                2,
                "--averaging-frequency",
                1,
                "--conf",
                "spark.eventLog.enabled=true",
                "--conf",
                "spark.eventLog.compress=false",
                "--conf",
                "spark.eventLog.dir=" + logs.toUri());
        assertThat(exitCode).isZero();
        List<String> descriptions = new ArrayList<>();
        for (String event : Files.readAllLines(logs.resolve(Samples.namesIn(logs)
                .filter(name -> !name.startsWith("."))
                .findFirst()
                .orElseThrow()))) {
            JsonNode json = new ObjectMapper().readTree(event);
            if (json.path("Event").asText().equals("SparkListenerJobStart")) {
                descriptions.add(
                        json.path("Properties").path("spark.job.description").asText());
            }
        }
        for (int epoch = 1; epoch <= 3; epoch++) {
            String round = "epoch " + epoch + "/3, round 1/2, loss \\d.*";
            assertThat(descriptions).anyMatch(description -> description.matches(round));
        }
    }

    @Test
    void failureInATask() throws IOException, InterruptedException {
        Path data = Samples.write(directory.resolve("data.csv"), "x,kind", "1,a", "1e300,b");
        Path network = Samples.write(
                directory.resolve("net.json"),
                Sequential.of(Dense.of(2).activation("softmax")).toJson());
        assertThat(run("train", "--data", data, "--label", "kind", "--network", network, "--epochs", 1))
                .isEqualTo(2);
        assertThat(Files.readAllLines(err)).hasSize(1).first().asString().contains("'x'", "1.0E300");
        assertThat(out).isEmptyFile();
    }

    private void requireFailure(List<String> options, int units, String... parts)
            throws IOException, InterruptedException {
        Path data = Samples.namedCsv(directory);
        assertThat(run(options, "train", "--data", data, "--label", "kind", "--epochs", 1, "--hidden", units))
                .isEqualTo(1);
        assertThat(Files.readAllLines(err)).hasSize(1).first().asString().contains(parts);
        assertThat(out).isEmptyFile();
    }

    /** A layer of that many units does not fit; Spark would end the process before it could say so. */
    @Test
    void tooLittleMemory() throws IOException, InterruptedException {
        requireFailure(List.of("-Xmx500m"), 10_000_000, "a heap of ", "KINDLING_JAVA_OPTS=-Xmx2g");
    }

    @Test
    void otherPlatform() throws IOException, InterruptedException {
        requireFailure(
                List.of("-Xmx1g", "-Dorg.bytedeco.javacpp.platform=windows-x86"),
                32,
                "no native libraries",
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "-Dnative.platform=");
    }
}
