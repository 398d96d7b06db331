package io.kindling.models;

import java.util.List;
import java.util.Locale;

/** A network as a picture: a box for each layer, from the inputs at the top to the output at the bottom. */
final class SvgPicture {
    private static final int BOX_WIDTH = 200;
    private static final int BOX_HEIGHT = 46;
    private static final int GAP = 20;
    private static final int ROW = BOX_HEIGHT + 40;
    private static final int MARGIN = 16;
    private static final int LONGEST_NAME = 30;

    private final NetworkPlan plan;
    private final PictureLayout layout;
    private final double half;

    private SvgPicture(NetworkPlan plan) {
        this.plan = plan;
        this.layout = new PictureLayout(plan, BOX_WIDTH, GAP);
        this.half = layout.half() + MARGIN;
    }

    static String of(NetworkPlan plan) {
        return new SvgPicture(plan).draw();
    }

    private String draw() {
        int height = (layout.rows() - 1) * ROW + BOX_HEIGHT + 2 * MARGIN;
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
        layout.ways().forEach(way -> svg.append(line(way.places())));
        for (int i = 0; i < plan.layers().size(); i++) {
            svg.append(box(plan.layers().get(i), layout.layers().get(i)));
        }
        return svg.append("</svg>\n").toString();
    }

    private double x(PictureLayout.Place place) {
        return half + place.middle();
    }

    private static double top(PictureLayout.Place place) {
        return MARGIN + (double) place.row() * ROW;
    }

    /** Curves between rows, and straight down beside the boxes of the rows it passes. */
    private String line(List<PictureLayout.Place> places) {
        StringBuilder path = new StringBuilder();
        for (int i = 1; i < places.size(); i++) {
            PictureLayout.Place source = places.get(i - 1);
            PictureLayout.Place target = places.get(i);
            double from = top(source) + BOX_HEIGHT;
            double bend = (top(target) - from) / 2;
            path.append(String.format(
                    Locale.ROOT,
                    "%s %.1f %.1f C %.1f %.1f %.1f %.1f %.1f %.1f ",
                    i == 1 ? "M" : "L",
                    x(source),
                    from,
                    x(source),
                    from + bend,
                    x(target),
                    top(target) - bend,
                    x(target),
                    top(target)));
        }
        return "<path d=\"" + path.toString().strip() + "\" fill=\"none\" stroke=\"#777777\"/>\n";
    }

    private String box(LayerPlan layer, PictureLayout.Place place) {
        double left = x(place) - BOX_WIDTH / 2.0;
        return String.format(
                Locale.ROOT,
                "<g><title>%s: %,d parameters</title>"
                        + "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\" stroke=\"#4a6fa5\"/>"
                        + "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-weight=\"bold\">%s</text>"
                        + "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"#444444\">%s</text></g>%n",
                escaped(layer.name()),
                layer.parameterCount(),
                left,
                top(place),
                BOX_WIDTH,
                BOX_HEIGHT,
                layer.isInput() ? "#f3f3f3" : "#e8f0fa",
                x(place),
                top(place) + 19,
                escaped(cut(layer.name())),
                x(place),
                top(place) + 36,
                escaped(cut(layer.className() + " " + layer.output())));
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
