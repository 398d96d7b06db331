package io.kindling.examples;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import org.apache.spark.sql.SparkSession;

/** Hidden layers of swish, which Keras also calls silu: smooth, for deep networks. */
public final class SwishNetwork {

    private SwishNetwork() {}

    /** Prints the accuracy on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            OddOrEven.mnist(spark).printAccuracy(network());
        }
    }

    static Sequential network() {
        return Sequential.of(
                Dense.of(64).activation("swish").kernelInitializer("he_normal"),
                Dense.of(32).activation("swish").kernelInitializer("he_normal"),
                Dense.of(2).activation("softmax"));
    }
}
