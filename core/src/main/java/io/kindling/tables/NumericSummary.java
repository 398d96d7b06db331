package io.kindling.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scale and bins of a number, from a sample of its values. */
public final class NumericSummary {
    /** Fewer boundaries than this make bins that tell no more than the number itself. */
    private static final int LEAST_BOUNDARIES = 3;

    /** In ascending order. */
    private final float[] values;

    private NumericSummary(float[] values) {
        this.values = values;
    }

    /** Of a sample, in any order; what is not finite is left out. */
    public static NumericSummary of(float[] sample) {
        float[] values = new float[sample.length];
        int count = 0;
        for (float value : sample) {
            if (Float.isFinite(value)) {
                // 0 and -0 are one number.
                values[count++] = value + 0f;
            }
        }
        float[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return new NumericSummary(sorted);
    }

    /**
     * The column: the median is its center, and it is scaled by the distance of the quartiles or, where these are the same,
     * half that of its extremes.
     *
     * @param bins the most bins it is encoded by; 0 for none
     */
    public TableColumn.Numeric column(int bins) {
        if (values.length == 0) {
            return new TableColumn.Numeric(0, 0, List.of());
        }
        List<Double> boundaries = bins == 0 ? List.of() : boundaries(bins);
        return new TableColumn.Numeric(
                quantile(0.5), scale(), boundaries.size() < LEAST_BOUNDARIES ? List.of() : boundaries);
    }

    private double scale() {
        double quartiles = quantile(0.75) - quantile(0.25);
        double range = (double) values[values.length - 1] - values[0];
        double distance = quartiles > 0 ? quartiles : range / 2;
        double scale = 1 / distance;
        return distance > 0 && Double.isFinite(scale) ? scale : 0;
    }

    private double quantile(double share) {
        double place = share * (values.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, values.length - 1);
        return values[below] + (place - below) * ((double) values[above] - values[below]);
    }

    /**
     * The boundaries of bins of equal counts, but a value that fills a bin by itself gets one: the first value of each
     * bin, and the largest.
     */
    List<Double> boundaries(int bins) {
        List<int[]> runs = runs();
        if (runs.size() <= bins + 1) {
            return runs.stream().map(run -> (double) values[run[0]]).toList();
        }
        double full = (double) values.length / bins;
        long heavyValues = 0;
        int heavy = 0;
        for (int[] run : runs) {
            if (run[1] >= full) {
                heavyValues += run[1];
                heavy++;
            }
        }
        double enough = Math.max(1, (double) (values.length - heavyValues) / Math.max(1, bins - heavy));
        List<Double> boundaries = new ArrayList<>();
        double current = 0;
        boolean starts = true;
        for (int[] run : runs) {
            boolean isHeavy = run[1] >= full;
            if (starts || isHeavy && current > 0) {
                boundaries.add((double) values[run[0]]);
                current = 0;
            }
            current += run[1];
            starts = isHeavy || current >= enough;
        }
        double largest = values[values.length - 1];
        if (boundaries.get(boundaries.size() - 1) < largest) {
            boundaries.add(largest);
        }
        return boundaries;
    }

    /** Where each value begins in the order, and how often it is there. */
    private List<int[]> runs() {
        List<int[]> runs = new ArrayList<>();
        for (int from = 0; from < values.length; ) {
            int to = from;
            while (to < values.length && values[to] == values[from]) {
                to++;
            }
            runs.add(new int[] {from, to - from});
            from = to;
        }
        return runs;
    }
}
