package io.kindling.cluster.bench;

import io.kindling.engine.Evaluation;
import io.kindling.spark.training.TrainingListener;
import io.kindling.spark.training.TrainingStart;
import java.util.ArrayList;
import java.util.List;

/** This project's estimator, which measures itself on the test rows after every epoch. */
final class KindlingTraining implements TrainingContestant {
    private static final String ACCURACY = "accuracy";

    private final TrainAndTest rows;
    private final TrainingSettings settings;
    private final int workers;
    private final int batchSize;
    private final double target;

    KindlingTraining(TrainAndTest rows, TrainingSettings settings, int workers, int batchSize, double target) {
        this.rows = rows;
        this.settings = settings;
        this.workers = workers;
        this.batchSize = batchSize;
        this.target = target;
    }

    @Override
    public String name() {
        return "kindling, workers " + workers + ", batch " + batchSize;
    }

    @Override
    public double target() {
        return target;
    }

    @Override
    public TrainingRun run(long seed) {
        Clock clock = new Clock();
        settings.classifier(workers, batchSize, seed)
                .setValidationIndicatorCol(TrainAndTest.IS_TEST)
                .setMonitor("val_" + ACCURACY)
                .setListener(clock)
                .fit(rows.together());
        return TrainingRun.ofEpochs(clock.preparation, clock.epochs);
    }

    /** Stands still while the network is measured. */
    private static final class Clock implements TrainingListener {
        private final Stopwatch stopwatch = Stopwatch.started();
        private final List<TrainingRun.Measurement> epochs = new ArrayList<>();
        private double preparation;

        @Override
        public void started(TrainingStart start) {
            preparation = stopwatch.seconds();
            stopwatch.restart();
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
}
