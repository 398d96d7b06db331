package io.kindling.benchmarks.training;

import io.kindling.benchmarks.digits.DigitNetwork;
import io.kindling.benchmarks.timing.Stopwatch;
import io.kindling.models.NetworkPlan;
import io.kindling.models.ParameterLayout;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

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

    /** The same network, which starts from the same weights. */
    private MultiLayerNetwork network(long seed) {
        int[] sizes = DigitNetwork.layers(features);
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(settings.learningRateWithoutSpark()))
                .list(
                        hidden(sizes[0], sizes[1]),
                        hidden(sizes[1], sizes[2]),
                        new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                                .nIn(sizes[2])
                                .nOut(sizes[3])
                                .activation(Activation.SOFTMAX)
                                .build())
                .build());
        network.init();
        NetworkPlan plan = DigitNetwork.network().withInput(Shape.of(features)).plan();
        float[] weights = plan.initialWeights(seed).trainable();
        List<ParameterLayout.Parameter> parameters = plan.parameters().trainable();
        for (int i = 0; i < parameters.size(); i++) {
            ParameterLayout.Parameter parameter = parameters.get(i);
            INDArray counterpart = network.getParam(i / 2 + (i % 2 == 0 ? "_W" : "_b"));
            float[] values = Arrays.copyOfRange(weights, parameter.offset(), parameter.offset() + parameter.size());
            counterpart.assign(Nd4j.create(values, counterpart.shape(), 'c'));
        }
        return network;
    }

    private static DenseLayer hidden(int inputs, int outputs) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(outputs)
                .activation(Activation.RELU)
                .build();
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
