package io.kindling.benchmarks.training;

import io.kindling.benchmarks.timing.Stopwatch;
import io.kindling.engine.Evaluation;
import io.kindling.spark.training.RoundProgress;
import io.kindling.spark.training.TrainingListener;
import io.kindling.spark.training.TrainingStart;
import java.util.ArrayList;
import java.util.List;

/** Times a fit of this project's estimator from its first step on; stands still while the network is measured. */
final class TrainingClock implements TrainingListener {
    private static final String ACCURACY = "accuracy";

    /** What an estimator must watch for its epochs to be measured. */
    static final String MONITOR = "val_" + ACCURACY;

    private final Stopwatch stopwatch = Stopwatch.started();
    private final List<TrainingRun.Measurement> epochs = new ArrayList<>();
    private double preparation;
    private double seconds;

    /** Seconds before the first step. */
    double preparation() {
        return preparation;
    }

    /** Seconds from the first step to the end of the last round. */
    double seconds() {
        return seconds;
    }

    /** How the network stood at the end of each epoch that was measured. */
    List<TrainingRun.Measurement> epochs() {
        return epochs;
    }

    @Override
    public void started(TrainingStart start) {
        preparation = stopwatch.seconds();
        stopwatch.restart();
    }

    @Override
    public void roundFinished(RoundProgress progress) {
        seconds = stopwatch.seconds();
    }

    @Override
    public void validationStarts(int epoch) {
        stopwatch.pause();
    }

    @Override
    public void epochValidated(int epoch, Evaluation evaluation) {
        epochs.add(new TrainingRun.Measurement(
                epoch, stopwatch.seconds(), evaluation.metrics().get(ACCURACY)));
        stopwatch.resume();
    }
}
