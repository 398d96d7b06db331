package io.kindling.examples;

import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The task of the examples of hidden layers: whether a handwritten digit is odd. No linear model answers it well.
 *
 * @param training the digits to train on
 * @param test digits that are not among them
 */
record OddOrEven(Dataset<Row> training, Dataset<Row> test) {

    OddOrEven {
        training = question(training);
        test = question(test);
    }

    /** The same rows, labelled 1 for odd and 0 for even. */
    private static Dataset<Row> question(Dataset<Row> digits) {
        return digits.withColumn("label", functions.expr("label % 2"));
    }

    /** Digits of MNIST, with pixels between 0 and 1. */
    static OddOrEven mnist(SparkSession spark) {
        return new OddOrEven(ExampleData.mnistTraining(spark), ExampleData.mnistTest(spark));
    }

    /** The small digits, with pixels of mean 0 and variance 1. */
    static OddOrEven standardized(SparkSession spark) {
        Dataset<Row>[] parts = ExampleData.split(ExampleData.standardized(spark, "digits.csv"));
        return new OddOrEven(parts[0], parts[1]);
    }

    NeuralNetworkClassificationModel train(Sequential network) {
        return new NeuralNetworkClassifier()
                .setNetwork(network)
                .setOptimizer(Adam.of(0.003))
                .setEpochs(10)
                .setBatchSize(16)
                .setNumWorkers(2)
                .setSeed(1)
                .fit(training);
    }

    /** Trains a network, and prints its accuracy on the digits that were not trained on. */
    void printAccuracy(Sequential network) {
        System.out.printf("accuracy: %.4f%n", ExampleData.accuracy(train(network), test));
    }
}
