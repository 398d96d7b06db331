package io.kindling.models;

import io.kindling.models.GraphLayer.Source;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of layers that Keras prints. */
final class Summary {
    private static final List<String> TITLES = List.of("Layer (type)", "Output Shape", "Param #", "Connected to");
    private static final int PARAMETERS = 2;
    /** How wide the columns are, in Keras' tables of either kind. */
    private static final List<Integer> OF_SEQUENTIAL = List.of(31, 22, 13);

    private static final List<Integer> OF_GRAPH = List.of(19, 17, 10, 17);
    private static final int BYTES_PER_NUMBER = 4;

    private final List<Integer> widths;
    private final List<String> lines = new ArrayList<>();

    private Summary(List<Integer> widths) {
        this.widths = widths;
    }

    static String of(Network network) {
        NetworkPlan plan = network.plan();
        Optional<Functional> graph =
                Optional.of(network).filter(Functional.class::isInstance).map(Functional.class::cast);
        boolean isGraph = graph.isPresent();
        Summary summary = new Summary(isGraph ? OF_GRAPH : OF_SEQUENTIAL);
        summary.lines.add("Model: \"" + (isGraph ? "functional" : "sequential") + "\"");
        summary.addTable(graph.map(Summary::graphRows).orElseGet(() -> sequentialRows(plan)));
        summary.addSizes(plan);
        return String.join("\n", summary.lines) + "\n";
    }

    private static List<List<List<String>>> sequentialRows(NetworkPlan plan) {
        return plan.layers().stream()
                .filter(layer -> !layer.isInput())
                .map(layer -> List.of(
                        List.of(cut(layer.name() + " (" + layer.className() + ")", OF_SEQUENTIAL.get(0))),
                        List.of(withBatchAxis(layer.output())),
                        List.of(count(layer))))
                .toList();
    }

    /** A layer that several places share has one row, which is connected to what feeds all of them. */
    private static List<List<List<String>>> graphRows(Functional network) {
        NetworkPlan plan = network.plan();
        List<Source> sources = GraphPlan.sources(plan);
        Map<String, List<String>> connected = new LinkedHashMap<>();
        network.layers().forEach(layer -> connected.put(layer.name(), new ArrayList<>()));
        Map<String, LayerPlan> first = new HashMap<>();
        for (LayerPlan layer : plan.layers()) {
            first.putIfAbsent(layer.name(), layer);
            List<String> from = connected.get(layer.name());
            layer.from()
                    .forEach(index -> from.add(sources.get(index).layer() + "["
                            + sources.get(index).call() + "][0]"));
        }
        List<List<List<String>>> rows = new ArrayList<>();
        connected.forEach((name, from) -> {
            LayerPlan layer = first.get(name);
            rows.add(List.of(
                    title(layer),
                    List.of(withBatchAxis(layer.output())),
                    List.of(count(layer)),
                    from.isEmpty() ? List.of("-") : withCommas(from)));
        });
        return rows;
    }

    private static List<String> title(LayerPlan layer) {
        String className = "(" + layer.className() + ")";
        String whole = layer.name() + " " + className;
        int width = OF_GRAPH.get(0);
        return whole.length() <= width ? List.of(whole) : List.of(cut(layer.name(), width), cut(className, width));
    }

    private static List<String> withCommas(List<String> from) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            cells.add(cut(from.get(i) + (i == from.size() - 1 ? "" : ","), OF_GRAPH.get(OF_GRAPH.size() - 1)));
        }
        return cells;
    }

    private static String count(LayerPlan layer) {
        return String.format(Locale.ROOT, "%,d", layer.parameterCount());
    }

    private static String withBatchAxis(Shape shape) {
        return shape.dimensions().stream().map(String::valueOf).collect(Collectors.joining(", ", "(None, ", ")"));
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    private void addTable(List<List<List<String>>> rows) {
        lines.add(rule("┏", "━", "┳", "┓"));
        lines.add(line("┃", TITLES));
        lines.add(rule("┡", "━", "╇", "┩"));
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                lines.add(rule("├", "─", "┼", "┤"));
            }
            List<List<String>> row = rows.get(i);
            int height = row.stream().mapToInt(List::size).max().orElse(1);
            for (int part = 0; part < height; part++) {
                int at = part;
                lines.add(line(
                        "│",
                        row.stream()
                                .map(cell -> at < cell.size() ? cell.get(at) : "")
                                .toList()));
            }
        }
        lines.add(rule("└", "─", "┴", "┘"));
    }

    private void addSizes(NetworkPlan plan) {
        long trainable = plan.trainableCount();
        long others = plan.nonTrainableCount();
        lines.add(" Total params: " + size(trainable + others));
        lines.add(" Trainable params: " + size(trainable));
        lines.add(" Non-trainable params: " + size(others));
    }

    private String line(String edge, List<String> cells) {
        return IntStream.range(0, widths.size())
                .mapToObj(column -> String.format(
                        "%" + (column == PARAMETERS ? "" : "-") + widths.get(column) + "s", cells.get(column)))
                .collect(Collectors.joining(" " + edge + " ", edge + " ", " " + edge));
    }

    private String rule(String left, String line, String cross, String right) {
        return widths.stream().map(width -> line.repeat(width + 2)).collect(Collectors.joining(cross, left, right));
    }

    /** The number of values and their size as 32-bit numbers: {@code 52,650 (205.66 KB)}. */
    private static String size(long count) {
        double bytes = count * (double) BYTES_PER_NUMBER;
        String[] units = {"B", "KB", "MB", "GB"};
        int unit = 0;
        while (bytes >= 1024 && unit < units.length - 1) {
            bytes /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%,d (%.2f %s)", count, bytes, units[unit]);
    }
}
