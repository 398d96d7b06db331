package io.kindling.spark.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The mean of the workers' slices, each weighted by the examples its worker saw. Sums are made in double, in the order
 * of the workers, so that the bits do not depend on which task ended first.
 */
final class WeightedMean {

    /** Floats whose sums stay in a core's nearest cache. */
    private static final int AT_ONCE = 1 << 10;

    private WeightedMean() {}

    /**
     * The mean of one slice.
     *
     * @param index which of the slices each part carries
     */
    static byte[] of(Iterable<Reduction.Part> parts, int index) {
        List<Reduction.Part> inOrder = new ArrayList<>();
        parts.forEach(part -> {
            if (part.share().examples() > 0) {
                inOrder.add(part);
            }
        });
        inOrder.sort(Comparator.comparingInt(part -> part.share().worker()));
        long examples =
                inOrder.stream().mapToLong(part -> part.share().examples()).sum();
        byte[] mean = new byte[inOrder.get(0).slice(index).length];
        int floats = mean.length / Float.BYTES;
        double[] sums = new double[Math.min(AT_ONCE, floats)];
        float[] values = new float[sums.length];
        for (int first = 0; first < floats; first += AT_ONCE) {
            int count = Math.min(AT_ONCE, floats - first);
            Arrays.fill(sums, 0);
            for (Reduction.Part part : inOrder) {
                FloatBytes.copy(part.slice(index), first, values, 0, count);
                add(values, (double) part.share().examples() / examples, sums);
            }
            round(sums, values);
            FloatBytes.copy(values, 0, mean, first, count);
        }
        return mean;
    }

    private static void add(float[] values, double weight, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * values[i];
        }
    }

    private static void round(double[] sums, float[] values) {
        for (int i = 0; i < sums.length; i++) {
            values[i] = (float) sums[i];
        }
    }
}
