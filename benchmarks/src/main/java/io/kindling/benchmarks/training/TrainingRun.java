package io.kindling.benchmarks.training;

import io.kindling.benchmarks.timing.Medians;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One training, or several of growing length, from the first step to the last.
 *
 * @param preparation seconds before the first step: rows converted and dealt out, processes started
 * @param secondsPerEpoch what a pass over all rows takes
 * @param measurements how it stood, from the earliest to the last
 */
record TrainingRun(double preparation, double secondsPerEpoch, List<Measurement> measurements) {

    /**
     * How a training stood at one moment.
     *
     * @param epochs passes over all rows since the first step, or parts of one
     * @param seconds of training since then, evaluation excluded
     * @param accuracy on the test rows
     */
    record Measurement(double epochs, double seconds, double accuracy) {}

    /**
     * A training that was measured after every epoch.
     *
     * @param preparation seconds before the first step
     * @param epochs measured at their ends
     */
    static TrainingRun ofEpochs(double preparation, List<Measurement> epochs) {
        double middle = Medians.of(IntStream.range(0, epochs.size())
                .mapToDouble(i -> epochs.get(i).seconds()
                        - (i == 0 ? 0 : epochs.get(i - 1).seconds()))
                .toArray());
        return new TrainingRun(preparation, middle, epochs);
    }

    /** Seconds of training when the accuracy was first seen to be at least this; infinite if it never was. */
    double secondsTo(double accuracy) {
        return measurements.stream()
                .filter(measured -> measured.accuracy() >= accuracy)
                .mapToDouble(Measurement::seconds)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
