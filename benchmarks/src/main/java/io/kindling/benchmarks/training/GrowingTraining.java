package io.kindling.benchmarks.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Trains on an eighth of the rows, then from the start again on two eighths, and so on, after all of them for several
 * epochs, until it is good enough: so it shows how short a training may be, which measuring after every epoch hides, and
 * engines can take part that measure nothing on their way.
 */
final class GrowingTraining implements TrainingContestant {
    private static final int PARTS = 8;

    private final Trainer trainer;
    private final TrainAndTest rows;
    private final int mostEpochs;
    private final double target;

    GrowingTraining(Trainer trainer, TrainAndTest rows, int mostEpochs, double target) {
        this.trainer = trainer;
        this.rows = rows;
        this.mostEpochs = mostEpochs;
        this.target = target;
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "%s, to %.0f %%", trainer.name(), 100 * target);
    }

    @Override
    public double target() {
        return target;
    }

    @Override
    public TrainingRun run(long seed) {
        List<TrainingRun.Measurement> measurements = new ArrayList<>();
        double epochs = 0;
        Trainer.Trained trained;
        do {
            epochs += epochs < 1 ? 1.0 / PARTS : 1;
            trained = train(epochs, seed);
            measurements.add(new TrainingRun.Measurement(epochs, trained.seconds(), trained.accuracy()));
        } while (trained.accuracy() < target && epochs < mostEpochs);
        return new TrainingRun(trained.preparation(), trained.seconds() / epochs, measurements);
    }

    private Trainer.Trained train(double epochs, long seed) {
        if (epochs >= 1) {
            return trainer.train(rows.training(), (int) epochs, seed);
        }
        Dataset<Row> part = rows.firstRows((int) Math.ceil(epochs * rows.trainingRows()));
        try {
            return trainer.train(part, 1, seed);
        } finally {
            part.unpersist();
        }
    }
}
