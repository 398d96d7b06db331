package io.kindling.examples.gallery;

import io.kindling.errors.KindlingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long each activation takes, forward and backward, divided by the time of relu.
 *
 * @param machine where it was measured
 * @param byName one for each activation
 */
record Costs(String machine, Map<String, Cost> byName) {
    private static final String HEADER = "activation,times_relu,times_relu_vector_api";

    /** One line per activation, after a line that says where it was measured. */
    String toCsv() {
        List<String> lines = new ArrayList<>(List.of("# " + machine, HEADER));
        byName.forEach((name, cost) -> lines.add(
                String.format(Locale.ROOT, "%s,%.1f,%.1f", name, cost.timesRelu(), cost.timesReluWithVectorApi())));
        return String.join("\n", lines) + "\n";
    }

    static Costs fromCsv(String csv) {
        List<String> lines = csv.lines().toList();
        if (lines.size() < 2 || !lines.get(0).startsWith("# ") || !lines.get(1).equals(HEADER)) {
            throw new KindlingException("A table of costs starts with a comment and the line " + HEADER + ". Received: "
                    + lines.stream().limit(2).toList() + ".");
        }
        Map<String, Cost> byName = new LinkedHashMap<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] cells = line.split(",");
            byName.put(cells[0], new Cost(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
        }
        return new Costs(lines.get(0).substring(2), byName);
    }

    /**
     * The cost of an activation.
     *
     * @throws KindlingException if it was not measured
     */
    Cost of(String name) {
        Cost cost = byName.get(name);
        if (cost == null) {
            throw new KindlingException("The table of costs needs every activation. It lacks " + name + ".");
        }
        return cost;
    }
}
