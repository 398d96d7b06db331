package io.kindling.examples;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkClassifier;
import java.util.Arrays;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A network as a stage of a pipeline: reads handwritten digits, 8 by 8 pixels each, and learns to tell them apart. */
public final class DigitsClassifier {

    private DigitsClassifier() {}

    /** Prints the accuracy on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            System.out.printf("accuracy: %.4f%n", accuracy(spark));
        }
    }

    static double accuracy(SparkSession spark) {
        Dataset<Row> digits =
                spark.read().option("header", true).option("inferSchema", true).csv("data/digits.csv");
        String[] pixels = Arrays.stream(digits.columns())
                .filter(column -> !column.equals("label"))
                .toArray(String[]::new);
        Dataset<Row>[] parts = ExampleData.split(digits);

        Sequential network = Sequential.of(
                Dense.of(128).activation("relu"),
                Dense.of(64).activation("relu"),
                Dense.of(10).activation("softmax"));
        Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {
            new VectorAssembler().setInputCols(pixels).setOutputCol("features"),
            new NeuralNetworkClassifier()
                    .setNetwork(network)
                    .setOptimizer(Adam.of(0.002))
                    .setBatchSize(16)
                    .setEpochs(30)
                    .setNumWorkers(2)
        });
        PipelineModel model = pipeline.fit(parts[0]);
        return ExampleData.accuracy(model, parts[1]);
    }
}
