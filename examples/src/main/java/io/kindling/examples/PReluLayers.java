package io.kindling.examples;

import io.kindling.layers.activations.PReLU;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import org.apache.spark.sql.SparkSession;

/** Relu that learns its slope below zero, one for each unit. */
public final class PReluLayers {

    private PReluLayers() {}

    /** Prints the accuracy on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            OddOrEven.mnist(spark).printAccuracy(network());
        }
    }

    static Sequential network() {
        return Sequential.of(
                Dense.of(64).kernelInitializer("he_normal"),
                PReLU.of(),
                Dense.of(32).kernelInitializer("he_normal"),
                PReLU.of(),
                Dense.of(2).activation("softmax"));
    }
}
