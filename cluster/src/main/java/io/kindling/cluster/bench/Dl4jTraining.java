package io.kindling.cluster.bench;

import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.training.RoundProgress;
import io.kindling.spark.training.TrainingEngines;
import io.kindling.spark.training.TrainingListener;
import io.kindling.spark.training.TrainingStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deeplearning4j's parameter averaging on Spark. It measures nothing on its way, so it is trained for one epoch, then
 * from the start again for two, and so on until it is good enough; the times are those of the last training.
 */
final class Dl4jTraining implements TrainingContestant {
    private static final String ENGINE = "dl4j";
    private static final int WORKERS = 2;

    private final TrainAndTest rows;
    private final TrainingSettings settings;
    private final int batchSize;
    private final double target;

    Dl4jTraining(TrainAndTest rows, TrainingSettings settings, int batchSize, double target) {
        this.rows = rows;
        this.settings = settings;
        this.batchSize = batchSize;
        this.target = target;
    }

    /** Why there is none here; nothing, if there is. */
    static Optional<String> missing() {
        try {
            TrainingEngines.named(ENGINE);
            return Optional.empty();
        } catch (IllegalArgumentException absent) {
            return Optional.of(absent.getMessage());
        }
    }

    @Override
    public String name() {
        return ENGINE + ", workers " + WORKERS + ", batch " + batchSize;
    }

    @Override
    public double target() {
        return target;
    }

    @Override
    public TrainingRun run(long seed) {
        List<Double> accuracies = new ArrayList<>();
        Clock clock;
        do {
            clock = new Clock();
            NeuralNetworkClassificationModel model = settings.classifier(WORKERS, batchSize, seed)
                    .setEngine(ENGINE)
                    .setEpochs(accuracies.size() + 1)
                    .setListener(clock)
                    .fit(rows.training());
            accuracies.add(rows.accuracy(model));
        } while (accuracies.size() < settings.epochs() && accuracies.get(accuracies.size() - 1) < target);
        List<TrainingRun.EpochEnd> epochs = new ArrayList<>();
        for (int i = 0; i < accuracies.size(); i++) {
            epochs.add(new TrainingRun.EpochEnd(clock.seconds.get(i), accuracies.get(i)));
        }
        return new TrainingRun(clock.preparation, epochs);
    }

    /** Notes when epochs end. */
    private static final class Clock implements TrainingListener {
        private final Stopwatch stopwatch = Stopwatch.started();
        private final List<Double> seconds = new ArrayList<>();
        private double preparation;

        @Override
        public void started(TrainingStart start) {
            preparation = stopwatch.seconds();
            stopwatch.restart();
        }

        @Override
        public void roundFinished(RoundProgress progress) {
            if (progress.round() == progress.rounds()) {
                seconds.add(stopwatch.seconds());
            }
        }
    }
}
