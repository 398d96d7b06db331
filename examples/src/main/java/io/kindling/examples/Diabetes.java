package io.kindling.examples;

import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkRegressionModel;
import io.kindling.spark.NeuralNetworkRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The task of the examples of regression: how far diabetes has got in a year, a positive number.
 *
 * @param training the patients to train on
 * @param test patients that are not among them
 */
record Diabetes(Dataset<Row> training, Dataset<Row> test) {

    static Diabetes of(SparkSession spark) {
        Dataset<Row>[] parts = ExampleData.split(ExampleData.standardized(spark, "diabetes.csv"));
        return new Diabetes(parts[0], parts[1]);
    }

    NeuralNetworkRegressionModel train(Sequential network) {
        return new NeuralNetworkRegressor()
                .setNetwork(network)
                .setOptimizer(Adam.of(0.02))
                .setEpochs(30)
                .setBatchSize(16)
                .setNumWorkers(2)
                .setSeed(1)
                .fit(training);
    }

    /** Trains a network, and prints how much of the labels' variance it explains, of patients that were not trained on. */
    void printExplainedVariance(Sequential network) {
        System.out.printf("explained variance: %.4f%n", ExampleData.explained(train(network), test));
    }
}
