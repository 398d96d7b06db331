package io.kindling.examples;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Two classes: one sigmoid output, the probability of class 1, and the binary cross-entropy. */
public final class SigmoidBinaryClassifier {

    private SigmoidBinaryClassifier() {}

    /** Prints the accuracy on tumours that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            System.out.printf("accuracy: %.4f%n", ExampleData.accuracy(train(spark), test(spark)));
        }
    }

    static NeuralNetworkClassificationModel train(SparkSession spark) {
        Sequential network =
                Sequential.of(Dense.of(16).activation("relu"), Dense.of(1).activation("sigmoid"));
        return new NeuralNetworkClassifier()
                .setNetwork(network)
                .setLoss("binary_crossentropy")
                .setOptimizer(Adam.of(0.005))
                .setEpochs(20)
                .setBatchSize(16)
                .setNumWorkers(2)
                .setSeed(1)
                .fit(ExampleData.split(data(spark))[0]);
    }

    static Dataset<Row> test(SparkSession spark) {
        return ExampleData.split(data(spark))[1];
    }

    private static Dataset<Row> data(SparkSession spark) {
        return ExampleData.standardized(spark, "breast_cancer.csv");
    }
}
