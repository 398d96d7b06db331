package io.kindling.examples;

import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads an image row by row, as a sequence of 28 steps of 28 pixels, and tells the digit from the last state. */
public final class LstmOverImageRows {

    private LstmOverImageRows() {}

    /** Prints the accuracy on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            System.out.printf("accuracy: %.4f%n", ExampleData.accuracy(train(spark), test(spark)));
        }
    }

    /** The column of features is flat; the input says how it is a sequence. */
    static NeuralNetworkClassificationModel train(SparkSession spark) {
        Sequential network = Sequential.of(
                Input.of(28, 28), LSTM.of(64).activation("tanh"), Dense.of(10).activation("softmax"));
        return new NeuralNetworkClassifier()
                .setNetwork(network)
                .setOptimizer(Adam.of(0.004))
                .setEpochs(16)
                .setBatchSize(16)
                .setNumWorkers(2)
                .setSeed(1)
                .fit(ExampleData.mnistTraining(spark));
    }

    static Dataset<Row> test(SparkSession spark) {
        return ExampleData.mnistTest(spark);
    }
}
