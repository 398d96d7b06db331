package io.kindling.cluster.bench;

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
        Trainer.Trained last = null;
        double length = 0;
        for (int part = 1; part < PARTS && isShort(last); part++) {
            length = part / (double) PARTS;
            last = trainPart(length, seed);
            measurements.add(new TrainingRun.Measurement(length, last.seconds(), last.accuracy()));
        }
        for (int epochs = 1; epochs <= mostEpochs && isShort(last); epochs++) {
            length = epochs;
            last = trainer.train(rows.training(), epochs, seed);
            measurements.add(new TrainingRun.Measurement(length, last.seconds(), last.accuracy()));
        }
        return new TrainingRun(last.preparation(), last.seconds() / length, measurements);
    }

    private boolean isShort(Trainer.Trained trained) {
        return trained == null || trained.accuracy() < target;
    }

    private Trainer.Trained trainPart(double length, long seed) {
        Dataset<Row> part = rows.firstRows((int) Math.ceil(length * rows.trainingRows()));
        try {
            return trainer.train(part, 1, seed);
        } finally {
            part.unpersist();
        }
    }
}
