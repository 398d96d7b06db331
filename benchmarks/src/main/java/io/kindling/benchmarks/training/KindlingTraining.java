package io.kindling.benchmarks.training;

/** This project's estimator, which measures itself on the test rows after every epoch. */
final class KindlingTraining implements TrainingContestant {
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
        TrainingClock clock = new TrainingClock();
        settings.classifier(workers, batchSize, seed)
                .setValidationIndicatorCol(TrainAndTest.IS_TEST)
                .setMonitor(TrainingClock.MONITOR)
                .setListener(clock)
                .fit(rows.together());
        return TrainingRun.ofEpochs(clock.preparation(), clock.epochs());
    }
}
