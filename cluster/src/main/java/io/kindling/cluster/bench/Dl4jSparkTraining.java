package io.kindling.cluster.bench;

import io.kindling.dl4j.Dl4jNetwork;
import io.kindling.engine.Training;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Weights;
import io.kindling.optimizers.Adam;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Deeplearning4j on Spark as its own users have it: a {@code ParameterAveragingTrainingMaster} with what its builder
 * sets, which cuts the data set into rounds by itself and lets the optimizer begin each without a memory.
 *
 * <p>It is given mini-batches that lie in memory, so that it need not write them to files first.
 */
final class Dl4jSparkTraining implements TrainingContestant {
    private static final int WORKERS = 2;

    private final TrainAndTest rows;
    private final int features;
    private final TrainingSettings settings;
    private final int batchSize;
    private final int averagingFrequency;
    private final double target;

    /**
     * A contestant.
     *
     * @param features of a row
     * @param batchSize rows per step and worker
     * @param averagingFrequency mini-batches of a worker between averagings
     */
    Dl4jSparkTraining(
            TrainAndTest rows,
            int features,
            TrainingSettings settings,
            int batchSize,
            int averagingFrequency,
            double target) {
        this.rows = rows;
        this.features = features;
        this.settings = settings;
        this.batchSize = batchSize;
        this.averagingFrequency = averagingFrequency;
        this.target = target;
    }

    @Override
    public String name() {
        return "dl4j-spark alone, workers " + WORKERS + ", batch " + batchSize + ", every " + averagingFrequency;
    }

    @Override
    public double target() {
        return target;
    }

    @Override
    public TrainingRun run(long seed) {
        Stopwatch stopwatch = Stopwatch.started();
        DataSet test =
                miniBatches(rows.test(), Math.toIntExact(rows.testRows()), 1).first();
        JavaRDD<DataSet> training =
                miniBatches(rows.training(), batchSize, WORKERS).cache();
        training.count();
        try {
            SparkDl4jMultiLayer spark = new SparkDl4jMultiLayer(
                    JavaSparkContext.fromSparkContext(training.context()), network(seed), master());
            double preparation = stopwatch.seconds();
            stopwatch.restart();
            List<TrainingRun.EpochEnd> epochs = new ArrayList<>();
            while (epochs.size() < settings.epochs()
                    && (epochs.isEmpty() || epochs.get(epochs.size() - 1).accuracy() < target)) {
                MultiLayerNetwork trained = spark.fit(training);
                stopwatch.pause();
                epochs.add(new TrainingRun.EpochEnd(stopwatch.seconds(), accuracy(trained, test)));
                stopwatch.resume();
            }
            return new TrainingRun(preparation, epochs);
        } finally {
            training.unpersist();
        }
    }

    private MultiLayerNetwork network(long seed) {
        NetworkPlan plan = DigitNetwork.network().withInput(Shape.of(features)).plan();
        Weights weights = plan.initialWeights(seed);
        Training training = Training.of("categorical_crossentropy")
                .optimizer(Adam.of(settings.learningRateWithoutSpark()))
                .batchSize(batchSize)
                .seed(seed);
        return Dl4jNetwork.of(plan, training).start(weights);
    }

    private ParameterAveragingTrainingMaster master() {
        return new ParameterAveragingTrainingMaster.Builder(WORKERS, batchSize)
                .batchSizePerWorker(batchSize)
                .averagingFrequency(averagingFrequency)
                .rddTrainingApproach(RDDTrainingApproach.Direct)
                .storageLevel(null)
                .build();
    }

    private static JavaRDD<DataSet> miniBatches(Dataset<Row> rows, int size, int partitions) {
        return rows.select("features", "label").coalesce(partitions).javaRDD().mapPartitions(new Dl4jDigits(size));
    }

    private static double accuracy(MultiLayerNetwork network, DataSet test) {
        INDArray predicted = network.output(test.getFeatures()).argMax(1);
        INDArray digits = test.getLabels().argMax(1);
        return predicted.eq(digits).castTo(predicted.dataType()).meanNumber().doubleValue();
    }
}
