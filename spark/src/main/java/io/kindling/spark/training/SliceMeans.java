package io.kindling.spark.training;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/** The means of some slices, and who took part. */
final class SliceMeans implements Serializable {
    private static final long serialVersionUID = 1;

    private final int[] numbers;
    private final byte[][] means;
    private final Share[] shares;

    private SliceMeans(int[] numbers, byte[][] means, Share[] shares) {
        this.numbers = numbers;
        this.means = means;
        this.shares = shares;
    }

    /** From what each worker brings to each slice, in any order. */
    static SliceMeans of(SortedMap<Integer, List<SharedSlices>> slices) {
        return new SliceMeans(
                slices.keySet().stream().mapToInt(Integer::intValue).toArray(),
                slices.values().stream().map(parts -> WeightedMean.of(parts, 0)).toArray(byte[][]::new),
                slices.get(slices.firstKey()).stream()
                        .map(SharedSlices::share)
                        .sorted(Comparator.comparingInt(Share::worker))
                        .toArray(Share[]::new));
    }

    /** Puts the means where their numbers say. */
    void copyTo(byte[][] all) {
        for (int i = 0; i < numbers.length; i++) {
            all[numbers[i]] = means[i];
        }
    }

    /** What the workers did, in their order. */
    List<Share> shares() {
        return List.of(shares);
    }
}
