package io.kindling.benchmarks.training;

import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.training.KindlingEngine;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** This project's estimator with one of its engines: its own, or Deeplearning4j's parameter averaging on Spark. */
final class EstimatorTrainer implements Trainer {
    private static final String DL4J = "dl4j";

    private final String engine;
    private final TrainAndTest rows;
    private final TrainingSettings settings;
    private final int batchSize;

    private EstimatorTrainer(String engine, TrainAndTest rows, TrainingSettings settings, int batchSize) {
        this.engine = engine;
        this.rows = rows;
        this.settings = settings;
        this.batchSize = batchSize;
    }

    static EstimatorTrainer kindling(TrainAndTest rows, TrainingSettings settings, int batchSize) {
        return new EstimatorTrainer(KindlingEngine.NAME, rows, settings, batchSize);
    }

    static EstimatorTrainer dl4j(TrainAndTest rows, TrainingSettings settings, int batchSize) {
        return new EstimatorTrainer(DL4J, rows, settings, batchSize);
    }

    @Override
    public String name() {
        return engine + ", workers " + TrainAndTest.WORKERS + ", batch " + batchSize;
    }

    @Override
    public Trained train(Dataset<Row> training, int epochs, long seed) {
        TrainingClock clock = new TrainingClock();
        NeuralNetworkClassificationModel model = settings.classifier(TrainAndTest.WORKERS, batchSize, seed)
                .setEngine(engine)
                .setEpochs(epochs)
                .setListener(clock)
                .fit(training);
        return new Trained(clock.preparation(), clock.seconds(), rows.accuracy(model));
    }
}
