package io.kindling.examples.gallery;

import java.util.Locale;

/**
 * A curve and its slope as a drawing in SVG.
 *
 * <p>It is written out here and not by a library for charts, because those lay texts out with the fonts they find, and
 * the same curve must give the same bytes on every machine. Coordinates are whole numbers for the same reason.
 */
final class CurvePicture {
    private static final int HALF_WIDTH = 5;
    private static final int STEPS_PER_UNIT = 16;
    /** A difference between neighbours that is taken for a jump and not drawn. */
    private static final float JUMP = 0.4f;

    private static final int WIDTH = 3200;
    private static final int HEIGHT = 2200;
    private static final int MARGIN = 160;

    private final int bottom;
    private final int top;
    private final StringBuilder svg = new StringBuilder();

    private CurvePicture(int bottom, int top) {
        this.bottom = bottom;
        this.top = top;
    }

    static String of(ActivationFacts facts) {
        Curve curve = Curve.of(facts.activation(), Curve.grid(HALF_WIDTH, STEPS_PER_UNIT));
        float lowest = 0;
        float highest = 1;
        for (int i = 0; i < curve.x().length; i++) {
            lowest = Math.min(lowest, Math.min(curve.values()[i], curve.slopes()[i]));
            highest = Math.max(highest, Math.max(curve.values()[i], curve.slopes()[i]));
        }
        int bottom = Math.max(-HALF_WIDTH, (int) Math.floor(lowest - 0.1f));
        int top = Math.min(HALF_WIDTH, (int) Math.ceil(highest + 0.1f));
        return new CurvePicture(bottom, top).draw(facts.name(), curve);
    }

    private String draw(String name, Curve curve) {
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320\" height=\"220\" viewBox=\"0 0 %d %d\">",
                WIDTH, HEIGHT);
        line("<title>%s and its derivative</title>", name);
        line("<rect width=\"%d\" height=\"%d\" rx=\"80\" fill=\"#fff\"/>", WIDTH, HEIGHT);
        axes();
        line(
                "<clipPath id=\"c\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>",
                MARGIN, MARGIN / 2, WIDTH - 2 * MARGIN, HEIGHT - MARGIN);
        line("<g fill=\"none\" stroke-width=\"34\" stroke-linejoin=\"round\" clip-path=\"url(#c)\">");
        line("<path stroke=\"#e07a1f\" stroke-dasharray=\"70 50\" d=\"%s\"/>", path(curve.x(), curve.slopes()));
        line("<path stroke=\"#1f5fbf\" d=\"%s\"/>", path(curve.x(), curve.values()));
        line("</g>");
        legend();
        line("</svg>");
        return svg.toString();
    }

    private void axes() {
        line("<g stroke=\"#ddd\" stroke-width=\"8\">");
        for (int x = -HALF_WIDTH; x <= HALF_WIDTH; x++) {
            line("<path d=\"M%d %dV%d\"/>", across(x), down(top), down(bottom));
        }
        for (int y = bottom; y <= top; y++) {
            line("<path d=\"M%d %dH%d\"/>", across(-HALF_WIDTH), down(y), across(HALF_WIDTH));
        }
        line(
                "<path stroke=\"#666\" d=\"M%d %dV%dM%d %dH%d\"/>",
                across(0), down(top), down(bottom), across(-HALF_WIDTH), down(0), across(HALF_WIDTH));
        line("</g>");
        line("<g font-family=\"sans-serif\" font-size=\"110\" fill=\"#666\">");
        for (int x : new int[] {-4, -2, 2, 4}) {
            line("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>", across(x), down(0) + 125, Range.text(x));
        }
        for (int y : new int[] {bottom, 1, top}) {
            if (y != 0) {
                line(
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
                        across(0) - 30, down(y) + 40, Range.text(y));
            }
        }
        line("</g>");
    }

    private void legend() {
        line("<g font-family=\"sans-serif\" font-size=\"130\" font-style=\"italic\">");
        line("<text x=\"%d\" y=\"%d\" fill=\"#1f5fbf\">f</text>", MARGIN + 60, MARGIN + 90);
        line("<text x=\"%d\" y=\"%d\" fill=\"#e07a1f\">f ′</text>", MARGIN + 200, MARGIN + 90);
        line("</g>");
    }

    /** Steps from point to point, which are shorter than places; what lies far outside is cut to just outside. */
    private String path(float[] x, float[] y) {
        StringBuilder path = new StringBuilder();
        int lastAcross = 0;
        int lastDown = 0;
        for (int i = 0; i < x.length; i++) {
            int across = across(x[i]);
            int down = down(Math.max(bottom - 1f, Math.min(top + 1f, y[i])));
            if (i == 0 || Math.abs(y[i] - y[i - 1]) > JUMP && Math.abs(y[i]) <= HALF_WIDTH) {
                path.append('M').append(across).append(' ').append(down).append('l');
            } else {
                path.append(across - lastAcross)
                        .append(' ')
                        .append(down - lastDown)
                        .append(' ');
            }
            lastAcross = across;
            lastDown = down;
        }
        return path.toString().strip();
    }

    private int across(float x) {
        return Math.round(MARGIN + (x + HALF_WIDTH) * (WIDTH - 2 * MARGIN) / (2 * HALF_WIDTH));
    }

    private int down(float y) {
        return Math.round(MARGIN + (top - y) * (HEIGHT - 2 * MARGIN) / (top - bottom));
    }

    private void line(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
