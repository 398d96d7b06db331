package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.Main;
import io.kindling.cluster.testing.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * An archive of the classes that the command loads (class data sharing), made once for a build: a process that has it
 * starts with two thirds of the work. The JVM passes over it where the class path is another one.
 */
final class SharedClasses {
    private static final List<String> QUIET = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-Xlog:class+path=off");

    private SharedClasses() {}

    /** Options of a JVM that has them. */
    static List<String> options(Path deployableJar, String classPath, List<String> jvm) {
        Path archive = deployableJar.resolveSibling("command.jsa");
        try {
            if (!Files.exists(archive)
                    || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(deployableJar)) < 0) {
                make(archive, classPath, jvm);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while classes were archived.", interrupted);
        }
        List<String> options = new ArrayList<>(QUIET);
        options.add("-XX:SharedArchiveFile=" + archive);
        return options;
    }

    /** By a training that ends in some seconds. */
    private static void make(Path archive, String classPath, List<String> jvm)
            throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("archive");
        Path made = directory.resolve("command.jsa");
        List<String> command = new ArrayList<>(jvm);
        command.addAll(QUIET);
        command.addAll(List.of("-XX:ArchiveClassesAtExit=" + made, "-cp", classPath, Main.class.getName()));
        command.addAll(List.of("train", "--label", "kind", "--epochs", "1", "--workers", "2"));
        command.addAll(List.of("--data", Samples.namedCsv(directory).toString()));
        command.addAll(List.of("--out", directory.resolve("model").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("said").toFile());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        int code = builder.start().waitFor();
        assertThat(code).as(Files.readString(directory.resolve("said"))).isZero();
        Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
    }
}
