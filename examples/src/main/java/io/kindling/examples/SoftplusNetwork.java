package io.kindling.examples;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Hidden layers of softplus, a smooth relu. */
public final class SoftplusNetwork {

    private SoftplusNetwork() {}

    /** Prints the accuracy on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            System.out.printf("accuracy: %.4f%n", ExampleData.accuracy(train(spark), test(spark)));
        }
    }

    static NeuralNetworkClassificationModel train(SparkSession spark) {
        Sequential network = Sequential.of(
                Dense.of(64).activation("softplus").kernelInitializer("he_normal"),
                Dense.of(32).activation("softplus").kernelInitializer("he_normal"),
                Dense.of(2).activation("softmax"));
        return new NeuralNetworkClassifier()
                .setNetwork(network)
                .setOptimizer(Adam.of(0.003))
                .setEpochs(10)
                .setBatchSize(16)
                .setNumWorkers(2)
                .setSeed(1)
                .fit(ExampleData.oddOrEven(ExampleData.mnistTraining(spark)));
    }

    static Dataset<Row> test(SparkSession spark) {
        return ExampleData.oddOrEven(ExampleData.mnistTest(spark));
    }
}
