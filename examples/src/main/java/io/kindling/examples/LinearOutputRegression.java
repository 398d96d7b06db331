package io.kindling.examples;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkRegressionModel;
import io.kindling.spark.NeuralNetworkRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A regression: one output without an activation, so that nothing limits it. */
public final class LinearOutputRegression {

    private LinearOutputRegression() {}

    /** Prints how much of the progress of diabetes is explained, of patients that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            System.out.printf("explained variance: %.4f%n", ExampleData.explained(train(spark), test(spark)));
        }
    }

    static NeuralNetworkRegressionModel train(SparkSession spark) {
        Sequential network = Sequential.of(Dense.of(16).activation("relu"), Dense.of(1));
        return new NeuralNetworkRegressor()
                .setNetwork(network)
                .setOptimizer(Adam.of(0.02))
                .setEpochs(30)
                .setBatchSize(16)
                .setNumWorkers(2)
                .setSeed(1)
                .fit(ExampleData.split(data(spark))[0]);
    }

    static Dataset<Row> test(SparkSession spark) {
        return ExampleData.split(data(spark))[1];
    }

    private static Dataset<Row> data(SparkSession spark) {
        return ExampleData.standardized(spark, "diabetes.csv");
    }
}
