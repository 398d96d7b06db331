package io.kindling.benchmarks.training;

import io.kindling.benchmarks.digits.DigitNetwork;
import io.kindling.benchmarks.timing.Stopwatch;
import io.kindling.dl4j.Dl4jNetwork;
import io.kindling.engine.Training;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Weights;
import io.kindling.optimizers.Adam;
import io.kindling.tensor.Shape;
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
final class Dl4jSparkTrainer implements Trainer {
    private final DataSet test;
    private final int features;
    private final TrainingSettings settings;
    private final int batchSize;
    private final int averagingFrequency;

    /**
     * Converts the test rows.
     *
     * @param features of a row
     * @param batchSize rows per step and worker
     * @param averagingFrequency mini-batches of a worker between averagings
     */
    Dl4jSparkTrainer(
            TrainAndTest rows, int features, TrainingSettings settings, int batchSize, int averagingFrequency) {
        this.test =
                miniBatches(rows.test(), Math.toIntExact(rows.testRows()), 1).first();
        this.features = features;
        this.settings = settings;
        this.batchSize = batchSize;
        this.averagingFrequency = averagingFrequency;
    }

    @Override
    public String name() {
        return "dl4j-spark alone, workers " + TrainAndTest.WORKERS + ", batch " + batchSize + ", every "
                + averagingFrequency;
    }

    @Override
    public Trained train(Dataset<Row> training, int epochs, long seed) {
        Stopwatch stopwatch = Stopwatch.started();
        JavaRDD<DataSet> miniBatches =
                miniBatches(training, batchSize, TrainAndTest.WORKERS).cache();
        miniBatches.count();
        try {
            SparkDl4jMultiLayer spark = new SparkDl4jMultiLayer(
                    JavaSparkContext.fromSparkContext(miniBatches.context()), network(seed), master());
            double preparation = stopwatch.seconds();
            stopwatch.restart();
            MultiLayerNetwork trained = null;
            for (int epoch = 0; epoch < epochs; epoch++) {
                trained = spark.fit(miniBatches);
            }
            return new Trained(preparation, stopwatch.seconds(), accuracy(trained));
        } finally {
            miniBatches.unpersist();
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
        return new ParameterAveragingTrainingMaster.Builder(TrainAndTest.WORKERS, batchSize)
                .batchSizePerWorker(batchSize)
                .averagingFrequency(averagingFrequency)
                .rddTrainingApproach(RDDTrainingApproach.Direct)
                .storageLevel(null)
                .build();
    }

    private static JavaRDD<DataSet> miniBatches(Dataset<Row> rows, int size, int partitions) {
        return rows.select("features", "label").coalesce(partitions).javaRDD().mapPartitions(new Dl4jDigits(size));
    }

    private double accuracy(MultiLayerNetwork network) {
        INDArray predicted = network.output(test.getFeatures()).argMax(1);
        INDArray digits = test.getLabels().argMax(1);
        return predicted.eq(digits).castTo(predicted.dataType()).meanNumber().doubleValue();
    }
}
