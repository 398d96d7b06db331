package io.kindling.examples;

import io.kindling.layers.core.Dense;
import io.kindling.layers.regularization.AlphaDropout;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** SELU as it is meant: standardized features, LeCun-normal weights, and AlphaDropout as the only dropout. */
public final class SelfNormalizingSelu {

    private SelfNormalizingSelu() {}

    /** Prints the accuracy on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            System.out.printf("accuracy: %.4f%n", ExampleData.accuracy(train(spark), test(spark)));
        }
    }

    static NeuralNetworkClassificationModel train(SparkSession spark) {
        Sequential network = Sequential.of(
                Dense.of(64).activation("selu").kernelInitializer("lecun_normal"),
                AlphaDropout.of(0.1),
                Dense.of(32).activation("selu").kernelInitializer("lecun_normal"),
                AlphaDropout.of(0.1),
                Dense.of(2).activation("softmax"));
        return new NeuralNetworkClassifier()
                .setNetwork(network)
                .setOptimizer(Adam.of(0.003))
                .setEpochs(10)
                .setBatchSize(16)
                .setNumWorkers(2)
                .setSeed(1)
                .fit(ExampleData.split(data(spark))[0]);
    }

    static Dataset<Row> test(SparkSession spark) {
        return ExampleData.split(data(spark))[1];
    }

    private static Dataset<Row> data(SparkSession spark) {
        return ExampleData.oddOrEven(ExampleData.standardized(spark, "digits.csv"));
    }
}
