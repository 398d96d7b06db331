package io.kindling.benchmarks.timing;

import java.util.Arrays;

/** The middle of several measurements. */
public final class Medians {

    private Medians() {}

    /** The one in the middle; of an even number the larger of the two there. */
    public static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
