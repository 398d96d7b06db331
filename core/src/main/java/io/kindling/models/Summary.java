package io.kindling.models;

import io.kindling.layers.Input;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of layers that Keras prints. */
final class Summary {
    private static final int[] WIDTHS = {31, 22, 13};
    private static final int BYTES_PER_NUMBER = 4;

    private Summary() {}

    static String of(NetworkPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("Model: \"sequential\"");
        lines.add(rule("┏", "━", "┳", "┓"));
        lines.add(row("┃", "Layer (type)", "Output Shape", "Param #"));
        lines.add(rule("┡", "━", "╇", "┩"));
        List<LayerPlan> shown = plan.layers().stream()
                .filter(layer -> !(layer.layer() instanceof Input))
                .toList();
        for (int i = 0; i < shown.size(); i++) {
            LayerPlan layer = shown.get(i);
            if (i > 0) {
                lines.add(rule("├", "─", "┼", "┤"));
            }
            lines.add(row(
                    "│",
                    layer.name() + " (" + layer.className() + ")",
                    withBatchAxis(layer.output()),
                    String.format(Locale.ROOT, "%,d", layer.parameterCount())));
        }
        lines.add(rule("└", "─", "┴", "┘"));
        long trainable = plan.trainableCount();
        long others = plan.nonTrainableCount();
        lines.add(" Total params: " + size(trainable + others));
        lines.add(" Trainable params: " + size(trainable));
        lines.add(" Non-trainable params: " + size(others));
        return String.join("\n", lines) + "\n";
    }

    private static String withBatchAxis(Shape shape) {
        return shape.dimensions().stream().map(String::valueOf).collect(Collectors.joining(", ", "(None, ", ")"));
    }

    private static String row(String edge, String layer, String shape, String parameters) {
        return edge + " " + padded(layer, WIDTHS[0]) + " " + edge + " " + padded(shape, WIDTHS[1]) + " " + edge + " "
                + String.format("%" + WIDTHS[2] + "s", parameters) + " " + edge;
    }

    private static String padded(String text, int width) {
        String fitted = text.length() <= width ? text : text.substring(0, width - 1) + "…";
        return String.format("%-" + width + "s", fitted);
    }

    private static String rule(String left, String line, String cross, String right) {
        return IntStream.of(WIDTHS)
                .mapToObj(width -> line.repeat(width + 2))
                .collect(Collectors.joining(cross, left, right));
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
