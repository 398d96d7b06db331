package io.kindling.examples;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Ten classes that exclude each other: softmax outputs and the categorical cross-entropy. */
public final class SoftmaxClassifier {

    private SoftmaxClassifier() {}

    /** Prints the accuracy on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            System.out.printf("accuracy: %.4f%n", ExampleData.accuracy(train(spark), test(spark)));
        }
    }

    /** Labels stay class indices; a loss that wants one number per class is given them so. */
    static NeuralNetworkClassificationModel train(SparkSession spark) {
        Sequential network = Sequential.of(
                Dense.of(64).activation("gelu"),
                Dense.of(32).activation("gelu"),
                Dense.of(10).activation("softmax"));
        return new NeuralNetworkClassifier()
                .setNetwork(network)
                .setLoss("categorical_crossentropy")
                .setOptimizer(Adam.of(0.003))
                .setEpochs(10)
                .setBatchSize(16)
                .setNumWorkers(2)
                .setSeed(1)
                .fit(ExampleData.mnistTraining(spark));
    }

    static Dataset<Row> test(SparkSession spark) {
        return ExampleData.mnistTest(spark);
    }
}
