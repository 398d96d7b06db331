package io.kindling.examples;

import io.kindling.activations.Relu;
import io.kindling.activations.Softmax;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The three ways to attach an activation. They are one network, and give the same model to the last bit. */
public final class ReluThreeWays {

    private ReluThreeWays() {}

    /** Prints the accuracy of each on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            Dataset<Row> test = ExampleData.mnistTest(spark);
            System.out.printf(
                    "accuracy: %.4f by name, %.4f as layers, %.4f as values%n",
                    ExampleData.accuracy(train(spark, byName()), test),
                    ExampleData.accuracy(train(spark, asLayers()), test),
                    ExampleData.accuracy(train(spark, asValues()), test));
        }
    }

    /** By name, on the layer. */
    static Sequential byName() {
        return Sequential.of(
                Dense.of(64).activation("relu"),
                Dense.of(32).activation("relu"),
                Dense.of(10).activation("softmax"));
    }

    /** As layers of their own. */
    static Sequential asLayers() {
        return Sequential.of(
                Dense.of(64),
                ActivationLayer.of("relu"),
                Dense.of(32),
                ActivationLayer.of("relu"),
                Dense.of(10),
                ActivationLayer.of("softmax"));
    }

    /** As values, which carry their arguments with them. */
    static Sequential asValues() {
        return Sequential.of(
                Dense.of(64).activation(Relu.of()),
                Dense.of(32).activation(Relu.of()),
                Dense.of(10).activation(new Softmax()));
    }

    static NeuralNetworkClassificationModel train(SparkSession spark, Sequential network) {
        return new NeuralNetworkClassifier()
                .setNetwork(network)
                .setOptimizer(Adam.of(0.003))
                .setEpochs(10)
                .setBatchSize(16)
                .setNumWorkers(2)
                .setSeed(1)
                .fit(ExampleData.mnistTraining(spark));
    }
}
