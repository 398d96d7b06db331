package io.kindling.examples.gallery;

import io.kindling.activations.Activation;
import io.kindling.errors.KindlingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long each activation takes, forward and backward, beside relu.
 *
 * @param machine where it was measured
 * @param timesRelu by name
 */
record Costs(String machine, Map<String, Double> timesRelu) {
    private static final int ROWS = 512;
    private static final int COLUMNS = 128;
    private static final int TURNS = 60;
    private static final int CALLS = 20;
    private static final String HEADER = "activation,times_relu";

    /** Takes turns, so that a busy machine is slow for all alike, and takes the medians. */
    static Costs measure() {
        List<ActivationFacts> all = AllFacts.LIST;
        double[][] times = new double[all.size()][TURNS];
        for (int turn = -TURNS; turn < TURNS; turn++) {
            for (int i = 0; i < times.length; i++) {
                double time = time(all.get(i).activation());
                if (turn >= 0) {
                    times[i][turn] = time;
                }
            }
        }
        double relu = median(times[
                all.indexOf(all.stream()
                        .filter(facts -> facts.name().equals("relu"))
                        .findFirst()
                        .orElseThrow())]);
        Map<String, Double> timesRelu = new LinkedHashMap<>();
        for (int i = 0; i < times.length; i++) {
            timesRelu.put(all.get(i).name(), median(times[i]) / relu);
        }
        return new Costs("JDK " + System.getProperty("java.version") + ", " + System.getProperty("os.arch"), timesRelu);
    }

    private static double time(Activation activation) {
        float[] x = new float[ROWS * COLUMNS];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i * 37 % 1000) / 125f - 4f;
        }
        int outputs = activation.outputColumns(COLUMNS);
        float[] y = new float[ROWS * outputs];
        float[] dy = new float[ROWS * outputs];
        float[] dx = new float[x.length];
        Arrays.fill(dy, 1f);
        long start = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            activation.forward(x, y, ROWS, COLUMNS);
            activation.backward(x, y, dy, dx, ROWS, COLUMNS);
        }
        return System.nanoTime() - start;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** One line per activation, after a line that says where it was measured. */
    String toCsv() {
        List<String> lines = new ArrayList<>(List.of("# " + machine, HEADER));
        timesRelu.forEach((name, times) -> lines.add(String.format(Locale.ROOT, "%s,%.1f", name, times)));
        return String.join("\n", lines) + "\n";
    }

    static Costs fromCsv(String csv) {
        List<String> lines = csv.lines().toList();
        if (lines.size() < 2 || !lines.get(0).startsWith("# ") || !lines.get(1).equals(HEADER)) {
            throw new KindlingException("A table of costs starts with a comment and the line " + HEADER + ". Received: "
                    + lines.stream().limit(2).toList() + ".");
        }
        Map<String, Double> timesRelu = new LinkedHashMap<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] cells = line.split(",");
            timesRelu.put(cells[0], Double.valueOf(cells[1]));
        }
        return new Costs(lines.get(0).substring(2), timesRelu);
    }

    /**
     * The factor of an activation.
     *
     * @throws KindlingException if it was not measured
     */
    double of(String name) {
        Double times = timesRelu.get(name);
        if (times == null) {
            throw new KindlingException("The table of costs needs every activation. It lacks " + name + ".");
        }
        return times;
    }
}
