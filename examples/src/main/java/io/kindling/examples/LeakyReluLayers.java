package io.kindling.examples;

import io.kindling.layers.activations.LeakyReLU;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import org.apache.spark.sql.SparkSession;

/** Leaky relu as layers of their own: units learn also where their input is below zero. */
public final class LeakyReluLayers {

    private LeakyReluLayers() {}

    /** Prints the accuracy on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            OddOrEven.mnist(spark).printAccuracy(network());
        }
    }

    static Sequential network() {
        return Sequential.of(
                Dense.of(64).kernelInitializer("he_normal"),
                LeakyReLU.of(0.1),
                Dense.of(32).kernelInitializer("he_normal"),
                LeakyReLU.of(0.1),
                Dense.of(2).activation("softmax"));
    }
}
