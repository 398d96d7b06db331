package io.kindling.examples;

import io.kindling.layers.core.Dense;
import io.kindling.layers.regularization.AlphaDropout;
import io.kindling.models.Sequential;
import org.apache.spark.sql.SparkSession;

/** SELU as it is meant: standardized features, LeCun-normal weights, and AlphaDropout as the only dropout. */
public final class SelfNormalizingSelu {

    private SelfNormalizingSelu() {}

    /** Prints the accuracy on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            OddOrEven.standardized(spark).printAccuracy(network());
        }
    }

    static Sequential network() {
        return Sequential.of(
                Dense.of(64).activation("selu").kernelInitializer("lecun_normal"),
                AlphaDropout.of(0.1),
                Dense.of(32).activation("selu").kernelInitializer("lecun_normal"),
                AlphaDropout.of(0.1),
                Dense.of(2).activation("softmax"));
    }
}
