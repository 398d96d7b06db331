package io.kindling.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A network as a picture: a box for each layer, from the inputs at the top to the output at the bottom. A layer stands as far
 * down as its longest way from an input is, and near the middle of what feeds it.
 */
final class SvgPicture {
    private static final int BOX_WIDTH = 190;
    private static final int BOX_HEIGHT = 46;
    private static final int GAP = 24;
    private static final int ROW = BOX_HEIGHT + 40;
    private static final int MARGIN = 16;
    private static final int LONGEST_NAME = 26;

    private final NetworkPlan plan;
    /** How far down each layer is, and where in its row. */
    private final int[] rows;

    private final double[] columns;

    private SvgPicture(NetworkPlan plan) {
        this.plan = plan;
        int count = plan.layers().size();
        this.rows = new int[count];
        this.columns = new double[count];
        for (int i = 0; i < count; i++) {
            for (int source : plan.layers().get(i).from()) {
                rows[i] = Math.max(rows[i], rows[source] + 1);
            }
        }
        placeInRows();
    }

    static String of(NetworkPlan plan) {
        return new SvgPicture(plan).draw();
    }

    /** Orders every row by the middle of what feeds each layer, and centres it. */
    private void placeInRows() {
        int deepest = rows[rows.length - 1];
        for (int row = 0; row <= deepest; row++) {
            List<Integer> inRow = new ArrayList<>();
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] == row) {
                    inRow.add(i);
                }
            }
            inRow.sort(Comparator.comparingDouble(this::middleOfSources));
            for (int i = 0; i < inRow.size(); i++) {
                columns[inRow.get(i)] = i - (inRow.size() - 1) / 2.0;
            }
        }
    }

    private double middleOfSources(int layer) {
        return plan.layers().get(layer).from().stream()
                .mapToDouble(source -> columns[source])
                .average()
                .orElse(layer);
    }

    private String draw() {
        double widest = 0;
        int deepest = 0;
        for (int i = 0; i < rows.length; i++) {
            widest = Math.max(widest, Math.abs(columns[i]));
            deepest = Math.max(deepest, rows[i]);
        }
        double half = widest * (BOX_WIDTH + GAP) + BOX_WIDTH / 2.0 + MARGIN;
        int height = deepest * ROW + BOX_HEIGHT + 2 * MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %d\" width=\"%.0f\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">%n",
                2 * half,
                height,
                2 * half,
                height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (int i = 0; i < rows.length; i++) {
            for (int source : plan.layers().get(i).from()) {
                svg.append(edge(half, source, i));
            }
        }
        for (int i = 0; i < rows.length; i++) {
            svg.append(box(half, i));
        }
        return svg.append("</svg>\n").toString();
    }

    private double x(double half, int layer) {
        return half + columns[layer] * (BOX_WIDTH + GAP);
    }

    private double y(int layer) {
        return MARGIN + (double) rows[layer] * ROW;
    }

    private String edge(double half, int source, int target) {
        double from = y(source) + BOX_HEIGHT;
        double to = y(target);
        double bend = (to - from) / 2;
        return String.format(
                Locale.ROOT,
                "<path d=\"M %.1f %.1f C %.1f %.1f %.1f %.1f %.1f %.1f\" fill=\"none\" stroke=\"#777777\"/>%n",
                x(half, source),
                from,
                x(half, source),
                from + bend,
                x(half, target),
                to - bend,
                x(half, target),
                to);
    }

    private String box(double half, int index) {
        LayerPlan layer = plan.layers().get(index);
        double left = x(half, index) - BOX_WIDTH / 2.0;
        String second = layer.className() + " " + layer.output();
        return String.format(
                Locale.ROOT,
                "<g><title>%s: %,d parameters</title>"
                        + "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\" stroke=\"#4a6fa5\"/>"
                        + "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-weight=\"bold\">%s</text>"
                        + "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"#444444\">%s</text></g>%n",
                escaped(layer.name()),
                layer.parameterCount(),
                left,
                y(index),
                BOX_WIDTH,
                BOX_HEIGHT,
                layer.isInput() ? "#f3f3f3" : "#e8f0fa",
                x(half, index),
                y(index) + 19,
                escaped(cut(layer.name())),
                x(half, index),
                y(index) + 36,
                escaped(cut(second)));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** Names are whatever a file says. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '<' || c == '>' || c == '&' || c == '"' || c == '\'') {
                escaped.append("&#").append(c).append(';');
            } else {
                escaped.appendCodePoint(Character.isISOControl(c) ? '?' : c);
            }
        });
        return escaped.toString();
    }
}
