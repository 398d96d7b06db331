package io.kindling.examples;

import io.kindling.activations.CustomActivation;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import org.apache.spark.sql.SparkSession;

/** An activation of one's own, sin(x): only the function is written, its derivative follows. */
public final class SinActivation {

    private SinActivation() {}

    /** Prints the accuracy on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            OddOrEven.mnist(spark).printAccuracy(network());
        }
    }

    static Sequential network() {
        CustomActivation sin = CustomActivation.of("sin", (sd, x) -> sd.math().sin(x));
        return Sequential.of(
                Dense.of(64).activation(sin),
                Dense.of(32).activation(sin),
                Dense.of(2).activation("softmax"));
    }
}
