package io.kindling.benchmarks.activations;

import io.kindling.activations.Activation;
import io.kindling.benchmarks.activations.ActivationBenchmark.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Every activation in JVMs without the JDK's Vector API and with it, as a table in a file.
 *
 * <p>A few activations at a time are measured beside relu, so that on a busy machine their quotient still says something.
 */
public final class ActivationRecord {
    private static final int BESIDE_ONE_RELU = 3;
    private static final String RELU = "relu";
    private static final Map<Boolean, List<String>> JVM_OPTIONS =
            Map.of(false, List.of("-Xmx1g"), true, List.of("-Xmx1g", "--add-modules=jdk.incubator.vector"));

    private ActivationRecord() {}

    /**
     * Measures for a quarter of an hour and writes the table; a table that is there gets what it lacks.
     *
     * @param arguments the file, and what to say of the machine
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Path file = Path.of(arguments[0]);
        List<String> lines = new ArrayList<>(
                Files.exists(file)
                        ? Files.readAllLines(file)
                        : start(Arrays.stream(arguments).skip(1).collect(Collectors.joining(" "))));
        List<String> names = ActivationBenchmark.ALL.stream()
                .filter(name -> !name.equals(RELU))
                .filter(name -> lines.stream().noneMatch(line -> line.startsWith(label(name) + ",")))
                .toList();
        for (int first = 0; first < names.size(); first += BESIDE_ONE_RELU) {
            List<String> some = names.subList(first, Math.min(names.size(), first + BESIDE_ONE_RELU));
            for (boolean vectorApi : new boolean[] {false, true}) {
                lines.addAll(measure(some, vectorApi));
            }
        }
        Files.write(file, lines);
    }

    private static List<String> start(String machine) {
        return List.of(
                "# " + LocalDate.now() + ", JDK " + System.getProperty("java.version") + ", " + machine
                        + "; microseconds, medians of a call of ActivationBenchmark",
                "activation,vector_api,forward,backward,relu_forward,relu_backward");
    }

    /** The name alone, but for the second form of gelu. */
    private static String label(String name) {
        return name.startsWith("gelu(") ? name : Activation.registry().nameOf(Activation.of(name));
    }

    private static List<String> measure(List<String> names, boolean vectorApi) throws RunnerException {
        List<String> withRelu = new ArrayList<>(names);
        withRelu.add(RELU);
        Map<String, Times> times = ActivationBenchmark.measure(
                withRelu,
                new OptionsBuilder().jvmArgs(JVM_OPTIONS.get(vectorApi).toArray(String[]::new)));
        Times relu = times.get(RELU);
        return names.stream()
                .map(name -> String.format(
                        Locale.ROOT,
                        "%s,%s,%.1f,%.1f,%.1f,%.1f",
                        label(name),
                        vectorApi ? "yes" : "no",
                        times.get(name).forward(),
                        times.get(name).backward(),
                        relu.forward(),
                        relu.backward()))
                .toList();
    }
}
