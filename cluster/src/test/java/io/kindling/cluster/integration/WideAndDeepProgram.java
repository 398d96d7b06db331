package io.kindling.cluster.integration;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import io.kindling.layers.Node;
import io.kindling.layers.core.Dense;
import io.kindling.layers.core.Embedding;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.models.Functional;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.training.TrainingListener;
import java.io.IOException;
import java.util.List;
import org.apache.spark.ml.feature.FeatureHasher;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A user's program: trains a network with three inputs, each from a column of its own, saves it and predicts with it. */
public final class WideAndDeepProgram {
    static final String PARTITIONS = "partitions: ";
    static final String NOTICE = "notice: ";
    static final String CORRECT = "correct: ";

    private static final int CROSSED = 4096;
    private static final int ITEMS = 10_000;
    /** So long that executors average the embeddings slice by slice, which shuffles. */
    private static final int LENGTH = 128;

    private WideAndDeepProgram() {}

    /** Arguments: the data, where the model goes, where checkpoints do. */
    public static void main(String[] arguments) throws IOException {
        SparkSession spark = SparkSession.builder().appName("wide and deep").getOrCreate();
        spark.sparkContext().addSparkListener(new TaskNews());
        System.out.println(CORRECT + train(spark, arguments[0], arguments[1], arguments[2]));
        System.out.println(TrainingProgram.SAVED);
        spark.stop();
    }

    /** Trains for some rounds, one per epoch; returns how many rows the saved model predicts well. */
    static long train(SparkSession spark, String data, String out, String checkpoints) throws IOException {
        Dataset<Row> rows = rows(spark, data);
        System.out.println(PARTITIONS + rows.rdd().getNumPartitions());
        new NeuralNetworkClassifier()
                .setNetwork(network())
                .setInputCols("hashed", "item", "measures")
                .setLabelCol(TrainingProgram.LABEL)
                .setEpochs(TrainingProgram.ROUNDS)
                .setBatchSize(16)
                .setAveragingFrequency(10_000)
                .setNumWorkers(2)
                .setSeed(7)
                .setCheckpointDir(checkpoints)
                .setCheckpointInterval(1)
                .setListener(new TrainingListener() {
                    @Override
                    public void noticed(String notice) {
                        System.out.println(NOTICE + notice);
                    }
                })
                .fit(rows)
                .write()
                .save(out);
        NeuralNetworkClassificationModel model = NeuralNetworkClassificationModel.load(out);
        return model.transform(rows)
                .filter(col(model.getPredictionCol()).equalTo(col(TrainingProgram.LABEL)))
                .count();
    }

    private static Functional network() {
        Node wide = Node.input("wide", CROSSED);
        Node item = Node.input("item", 1);
        Node measures = Node.input("measures", 3);
        Node known = Flatten.of().on(Embedding.of(ITEMS, LENGTH).on(item));
        Node deep = Dense.of(256).activation("relu").on(Concatenate.of().on(known, measures));
        Node joined = Concatenate.of().on(Dense.of(8).on(wide), deep);
        return Functional.of(
                List.of(wide, item, measures), Dense.of(3).activation("softmax").on(joined));
    }

    /** Numbers of the file, some as an item's number, some crossed and hashed, some as they are. */
    private static Dataset<Row> rows(SparkSession spark, String data) {
        Dataset<Row> rows = spark.read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(data)
                .withColumn("item", col("x0").multiply(6000).cast("int"))
                .withColumn("crossed", concat_ws("x", tenths("x1"), tenths("x2")))
                .withColumn("measures", array(col("x3"), col("x4"), col("x5")));
        return new FeatureHasher()
                .setInputCols(new String[] {"crossed"})
                .setNumFeatures(CROSSED)
                .setOutputCol("hashed")
                .transform(rows);
    }

    private static Column tenths(String column) {
        return col(column).multiply(10).cast("int");
    }
}
