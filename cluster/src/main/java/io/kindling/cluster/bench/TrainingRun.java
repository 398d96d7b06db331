package io.kindling.cluster.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One training from the first step to the last.
 *
 * @param preparation seconds before the first step: rows converted and dealt out, processes started
 * @param epochs how it stood at the end of each
 */
record TrainingRun(double preparation, List<EpochEnd> epochs) {

    /**
     * The end of an epoch.
     *
     * @param seconds of training since the first step, evaluation excluded
     * @param accuracy on the test rows
     */
    record EpochEnd(double seconds, double accuracy) {}

    /** Seconds of training when the accuracy was first seen to be at least this; infinite if it never was. */
    double secondsTo(double accuracy) {
        return epochs.stream()
                .filter(epoch -> epoch.accuracy() >= accuracy)
                .mapToDouble(EpochEnd::seconds)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** What the epoch in the middle took. */
    double secondsPerEpoch() {
        return Medians.of(IntStream.range(0, epochs.size())
                .mapToDouble(i -> epochs.get(i).seconds()
                        - (i == 0 ? 0 : epochs.get(i - 1).seconds()))
                .toArray());
    }
}
