package io.kindling.examples;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import org.apache.spark.sql.SparkSession;

/** A regression whose labels are all positive: with a softplus output its predictions are, too. */
public final class SoftplusOutputRegression {

    private SoftplusOutputRegression() {}

    /** Prints how much of the progress of diabetes is explained, of patients that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            Diabetes.of(spark).printExplainedVariance(network());
        }
    }

    static Sequential network() {
        return Sequential.of(Dense.of(16).activation("relu"), Dense.of(1).activation("softplus"));
    }
}
