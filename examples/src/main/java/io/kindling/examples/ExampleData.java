package io.kindling.examples;

import io.kindling.spark.sources.IdxImages;
import java.util.Arrays;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What the examples share: Spark on this machine, small real data sets, and figures of how well a model does. */
final class ExampleData {
    private static final String FOLDER = "data/";

    private ExampleData() {}

    /** Spark with two threads. */
    static SparkSession spark() {
        return SparkSession.builder()
                .appName("Kindling example")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
    }

    /** The first 2,000 handwritten digits that MNIST has for training: 784 pixels between 0 and 1. */
    static Dataset<Row> mnistTraining(SparkSession spark) {
        return IdxImages.read(spark, FOLDER + "mnist/train-images-idx3-ubyte.gz");
    }

    /** The first 500 it has for testing. */
    static Dataset<Row> mnistTest(SparkSession spark) {
        return IdxImages.read(spark, FOLDER + "mnist/t10k-images-idx3-ubyte.gz");
    }

    /** The rows of a CSV file; all columns but {@code label} become features of mean 0 and variance 1. */
    static Dataset<Row> standardized(SparkSession spark, String file) {
        Dataset<Row> table =
                spark.read().option("header", true).option("inferSchema", true).csv(FOLDER + file);
        String[] columns = Arrays.stream(table.columns())
                .filter(column -> !column.equals("label"))
                .toArray(String[]::new);
        Dataset<Row> assembled =
                new VectorAssembler().setInputCols(columns).setOutputCol("raw").transform(table);
        return new StandardScaler()
                .setInputCol("raw")
                .setOutputCol("features")
                .setWithMean(true)
                .fit(assembled)
                .transform(assembled)
                .select("features", "label");
    }

    /** Four fifths to train on, and the rest to test with; always the same rows. */
    static Dataset<Row>[] split(Dataset<Row> data) {
        return data.randomSplit(new double[] {0.8, 0.2}, 42);
    }

    /** The share of rows whose class is predicted. */
    static double accuracy(Transformer model, Dataset<Row> test) {
        return new MulticlassClassificationEvaluator().setMetricName("accuracy").evaluate(model.transform(test));
    }

    /** How much of the variance of the labels is explained (R²): 1 at best, 0 for predicting the mean. */
    static double explained(Transformer model, Dataset<Row> test) {
        return new RegressionEvaluator().setMetricName("r2").evaluate(model.transform(test));
    }
}
