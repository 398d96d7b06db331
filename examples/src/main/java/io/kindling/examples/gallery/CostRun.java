package io.kindling.examples.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures all activations without the JDK's Vector API and with it, in one JVM after another.
 *
 * <p>A JVM measures one activation only: what the JIT makes of a loop depends on what it compiled before.
 */
final class CostRun {
    private static final int JVMS = 3;
    private static final String VECTOR_API = "--add-modules=jdk.incubator.vector";

    private CostRun() {}

    /** The medians of three JVMs each, in a few minutes. */
    static Costs measure(String machine) {
        Map<String, Cost> byName = new LinkedHashMap<>();
        for (ActivationFacts facts : AllFacts.LIST) {
            List<Double> plain = new ArrayList<>();
            List<Double> withVectorApi = new ArrayList<>();
            for (int jvm = 0; jvm < JVMS; jvm++) {
                plain.add(timesRelu(facts.text(), List.of()));
                withVectorApi.add(timesRelu(facts.text(), List.of(VECTOR_API)));
            }
            byName.put(facts.name(), new Cost(median(plain), median(withVectorApi)));
        }
        return new Costs("JDK " + System.getProperty("java.version") + ", " + machine, byName);
    }

    private static double timesRelu(String activation, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CostMeter.class.getName(), activation));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The JVM that measures " + activation + " failed: " + command + ".");
            }
            return Double.parseDouble(printed.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("No JVM could be started to measure " + activation + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measurement was interrupted.", e);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
