package io.kindling.examples;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import org.apache.spark.sql.SparkSession;

/** Hidden layers of GELU, as in transformers. */
public final class GeluNetwork {

    private GeluNetwork() {}

    /** Prints the accuracy on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            OddOrEven.mnist(spark).printAccuracy(network());
        }
    }

    static Sequential network() {
        return Sequential.of(
                Dense.of(64).activation("gelu").kernelInitializer("glorot_uniform"),
                Dense.of(32).activation("gelu").kernelInitializer("glorot_uniform"),
                Dense.of(2).activation("softmax"));
    }
}
