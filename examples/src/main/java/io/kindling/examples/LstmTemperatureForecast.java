package io.kindling.examples;

import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkRegressionModel;
import io.kindling.spark.NeuralNetworkRegressor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Foretells the temperature of San Francisco: from the last 24 hours, as a sequence, that of 6 hours later. */
public final class LstmTemperatureForecast {
    private static final int HOURS = 24;
    private static final int AHEAD = 6;
    /** Every third window is enough: its neighbours are almost the same. */
    private static final int STRIDE = 3;

    private static final double TRAINING_SHARE = 0.8;
    /** Degrees Fahrenheit; temperatures are given to the network as differences from the mean by the deviation. */
    private static final double MEAN = 59;

    private static final double DEVIATION = 7;
    private static final StructType SCHEMA = new StructType()
            .add("features", SQLDataTypes.VectorType())
            .add("label", DataTypes.DoubleType)
            .add("last", DataTypes.DoubleType);

    private LstmTemperatureForecast() {}

    /** Prints the mean error in the last fifth of the year, and that of a forecast that nothing will change. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            Dataset<Row> test = test(spark);
            System.out.printf(
                    "mean error: %.2f °F, without a model %.2f °F%n",
                    meanError(train(spark).transform(test), "prediction"), meanError(test, "last"));
        }
    }

    static NeuralNetworkRegressionModel train(SparkSession spark) {
        Sequential network = Sequential.of(Input.of(HOURS, 1), LSTM.of(64).activation("tanh"), Dense.of(1));
        return new NeuralNetworkRegressor()
                .setNetwork(network)
                .setOptimizer(Adam.of(0.004))
                .setEpochs(10)
                .setBatchSize(16)
                .setNumWorkers(2)
                .setSeed(1)
                .fit(windows(spark, 0, TRAINING_SHARE));
    }

    /** The last fifth of the year, with the {@code last} temperature known beside the label. */
    static Dataset<Row> test(SparkSession spark) {
        return windows(spark, TRAINING_SHARE, 1);
    }

    /** In degrees Fahrenheit. */
    static double meanError(Dataset<Row> forecasts, String column) {
        return DEVIATION
                * new RegressionEvaluator()
                        .setPredictionCol(column)
                        .setMetricName("mae")
                        .evaluate(forecasts);
    }

    /** The windows that start between two parts of the year. */
    private static Dataset<Row> windows(SparkSession spark, double from, double to) {
        double[] temperatures =
                spark.read().option("header", true).csv("data/sf_temps.csv.gz").orderBy("date").collectAsList().stream()
                        .mapToDouble(row -> (Double.parseDouble(row.getAs("temp")) - MEAN) / DEVIATION)
                        .toArray();
        int starts = temperatures.length - HOURS - AHEAD + 1;
        List<Row> windows = new ArrayList<>();
        for (int start = (int) (from * starts); start < (int) (to * starts); start += STRIDE) {
            double[] window = Arrays.copyOfRange(temperatures, start, start + HOURS);
            windows.add(RowFactory.create(
                    Vectors.dense(window), temperatures[start + HOURS + AHEAD - 1], window[HOURS - 1]));
        }
        return spark.createDataFrame(windows, SCHEMA);
    }
}
