package io.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.Samples;
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
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
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
        int exitCode = run("train", "--data", data, "--label", "kind", "--epochs", 3, "--workers", 2, "--out", "model");
        assertThat(err).content().matches("(epoch \\d/3: loss [\\d.]+, [\\d,]+ rows/s\n){3}");
        assertThat(exitCode).isZero();
        assertThat(Files.readAllLines(out))
                .last()
                .asString()
                .startsWith("{\"accuracy\":")
                .endsWith("}");
        assertThat(Samples.namesIn(directory)).containsExactly("err", "model", "named.csv", "out");
    }

    @Test
    void failureInATask() throws IOException, InterruptedException {
        Path data = Samples.write(directory.resolve("data.csv"), "x,kind", "1,a", "NaN,b");
        assertThat(run("train", "--data", data, "--label", "kind", "--epochs", 1))
                .isEqualTo(2);
        assertThat(Files.readAllLines(err)).hasSize(1).first().asString().contains("'x'", "NaN");
        assertThat(out).isEmptyFile();
    }
}
