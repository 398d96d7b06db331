package io.kindling.examples;

import io.kindling.examples.extension.LayerScale;
import io.kindling.layers.Node;
import io.kindling.layers.core.Dense;
import io.kindling.layers.merging.Add;
import io.kindling.models.Functional;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A residual network with a layer that this project does not have: {@link LayerScale}, which an extension names. */
public final class LayerOfOnesOwn {
    private static final int UNITS = 64;

    private LayerOfOnesOwn() {}

    /** Prints the accuracy on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            System.out.printf("accuracy: %.4f%n", ExampleData.accuracy(train(spark), test(spark)));
        }
    }

    static Functional network() {
        Node pixels = Node.input("pixels", 784);
        Node hidden = Dense.of(UNITS).activation("relu").on(pixels);
        Node branch = Dense.of(UNITS).on(Dense.of(UNITS).activation("relu").on(hidden));
        Node sum = Add.of().on(hidden, LayerScale.of().on(branch));
        return Functional.of(Dense.of(10).activation("softmax").on(sum));
    }

    static NeuralNetworkClassificationModel train(SparkSession spark) {
        return new NeuralNetworkClassifier()
                .setNetwork(network())
                .setFeaturesCol("features")
                .setNumWorkers(2)
                .setBatchSize(16)
                .setEpochs(10)
                .setSeed(1)
                .fit(ExampleData.mnistTraining(spark));
    }

    static Dataset<Row> test(SparkSession spark) {
        return ExampleData.mnistTest(spark);
    }
}
