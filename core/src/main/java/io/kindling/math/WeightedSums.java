package io.kindling.math;

/** Sums in double of weighted floats: what means of floats are made of. */
public final class WeightedSums {
    private static final Loops LOOPS = Loops.BEST;

    private WeightedSums() {}

    /** Adds {@code weight · values[i]} to {@code sums[i]} for i below n. */
    public static void add(float[] values, double weight, double[] sums, int n) {
        LOOPS.addWeighted(values, weight, sums, 0, n);
    }

    /** Writes {@code values[i] = (float) sums[i]} for i below n. */
    public static void round(double[] sums, float[] values, int n) {
        LOOPS.round(sums, values, 0, n);
    }
}
