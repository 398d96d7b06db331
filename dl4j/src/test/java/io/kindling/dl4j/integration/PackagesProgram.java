package io.kindling.dl4j.integration;

import io.kindling.spark.NeuralNetworkClassifier;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A user's program that names Kindling and brings nothing of it: trains with the engine of its argument. */
public final class PackagesProgram {

    private PackagesProgram() {}

    /** Prints the accuracy on the rows it trained with. */
    public static void main(String[] arguments) {
        SparkSession spark = SparkSession.builder().getOrCreate();
        Dataset<Row> rows = new VectorAssembler()
                .setInputCols(new String[] {"x", "y"})
                .setOutputCol("features")
                .transform(spark.range(200)
                        .selectExpr("double(id % 2) AS label", "id % 2 + rand(1) AS x", "id % 2 - rand(2) AS y"));
        Dataset<Row> predictions = new NeuralNetworkClassifier()
                .setEngine(arguments[0])
                .setEpochs(20)
                .fit(rows)
                .transform(rows);
        System.out.println(predictions.where("label = prediction").count() / 200.0);
        spark.stop();
    }
}
