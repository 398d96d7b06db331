package io.kindling.examples;

import io.kindling.layers.Node;
import io.kindling.layers.attention.MultiHeadAttention;
import io.kindling.layers.attention.PositionEmbedding;
import io.kindling.layers.core.Dense;
import io.kindling.layers.merging.Add;
import io.kindling.layers.normalization.LayerNormalization;
import io.kindling.layers.pooling.GlobalAveragePooling1D;
import io.kindling.models.Functional;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Reads an image row by row, as {@link LstmOverImageRows} does, with a layer of a Transformer: every row looks at all others
 * at once, and where it stands is a vector that is learned.
 */
public final class TransformerEncoder {
    private static final int ROWS = 28;
    private static final int FEATURES = 64;
    private static final int HEADS = 4;

    private TransformerEncoder() {}

    /** Prints the accuracy on digits that were not trained on, and that of always saying the most frequent one. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            Dataset<Row> test = test(spark);
            System.out.printf(
                    "accuracy: %.4f, without a model %.4f%n",
                    ExampleData.accuracy(train(spark), test), mostFrequent(spark, test));
        }
    }

    static NeuralNetworkClassificationModel train(SparkSession spark) {
        return new NeuralNetworkClassifier()
                .setNetwork(network())
                .setOptimizer(Adam.of(0.004))
                .setEpochs(24)
                .setBatchSize(16)
                .setNumWorkers(2)
                .setSeed(1)
                .fit(ExampleData.mnistTraining(spark));
    }

    /** The column of features is flat; the input says how it is a sequence. */
    private static Functional network() {
        Node rows = Dense.of(FEATURES).on(Node.input("rows", ROWS, ROWS));
        Node placed = Add.of().on(rows, PositionEmbedding.of(ROWS).on(rows));
        Node mean = new GlobalAveragePooling1D().on(encoder(placed));
        return Functional.of(Dense.of(10).activation("softmax").on(mean));
    }

    /** Attention, then two dense layers; each is added to what it is given. */
    private static Node encoder(Node x) {
        Node attention = MultiHeadAttention.of(HEADS, FEATURES / HEADS).on(x, x);
        Node attended = LayerNormalization.of().on(Add.of().on(x, attention));
        Node inside = Dense.of(2 * FEATURES).activation("gelu").on(attended);
        Node changed = Dense.of(FEATURES).on(inside);
        return LayerNormalization.of().on(Add.of().on(attended, changed));
    }

    static Dataset<Row> test(SparkSession spark) {
        return ExampleData.mnistTest(spark);
    }

    /** The share of the rows that have the digit most frequent in training. */
    static double mostFrequent(SparkSession spark, Dataset<Row> test) {
        double digit = ExampleData.mnistTraining(spark)
                .groupBy("label")
                .count()
                .orderBy(functions.desc("count"))
                .first()
                .getAs("label");
        return (double) test.filter(functions.col("label").equalTo(digit)).count() / test.count();
    }
}
