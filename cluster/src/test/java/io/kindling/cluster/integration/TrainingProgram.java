package io.kindling.cluster.integration;

import io.kindling.activations.Activation;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import java.io.IOException;
import java.util.Arrays;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A user's program: trains a network on a CSV file, saves it, and says when tasks start and fail. */
public final class TrainingProgram {
    static final int ROUNDS = 6;
    static final String SAVED = "saved";
    static final String LABEL = "kind";

    private TrainingProgram() {}

    /** Arguments: the data, where the model goes, units of each of the two hidden layers. */
    public static void main(String[] arguments) throws IOException {
        run(arguments, Activation.of("relu"));
    }

    static void run(String[] arguments, Activation activation) throws IOException {
        SparkSession spark = SparkSession.builder().appName("integration test").getOrCreate();
        spark.sparkContext().addSparkListener(new TaskNews());
        train(spark, arguments[0], arguments[1], Integer.parseInt(arguments[2]), activation);
        System.out.println(SAVED);
        spark.stop();
    }

    /** Trains for some rounds, one per epoch, each long enough to be interrupted. */
    static void train(SparkSession spark, String data, String out, int units, Activation activation)
            throws IOException {
        Dataset<Row> rows =
                spark.read().option("header", true).option("inferSchema", true).csv(data);
        NeuralNetworkClassificationModel model = new NeuralNetworkClassifier()
                .setHiddenLayers(new int[] {units, units})
                .setHiddenActivation(activation)
                .setLabelCol(LABEL)
                .setEpochs(ROUNDS)
                .setBatchSize(16)
                .setAveragingFrequency(10_000)
                .setNumWorkers(2)
                .setSeed(7)
                .fit(new VectorAssembler()
                        .setInputCols(features(rows))
                        .setOutputCol("features")
                        .transform(rows));
        model.write().save(out);
    }

    /** All columns but the label. */
    static String[] features(Dataset<Row> rows) {
        return Arrays.stream(rows.columns())
                .filter(column -> !column.equals(LABEL))
                .toArray(String[]::new);
    }
}
