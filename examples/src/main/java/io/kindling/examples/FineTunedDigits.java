package io.kindling.examples;

import io.kindling.layers.Input;
import io.kindling.layers.convolutional.Conv2D;
import io.kindling.layers.core.Dense;
import io.kindling.layers.pooling.MaxPooling2D;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.models.Sequential;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Goes on from a trained network: one that tells the digits 0 to 4 apart learns 5 to 9 from few images, and does better
 * than one that starts from nothing.
 */
public final class FineTunedDigits {
    private static final int HALF = 5;
    private static final int FEW = 200;

    private FineTunedDigits() {}

    /** Prints both accuracies on digits that were not trained on. */
    public static void main(String[] arguments) {
        try (SparkSession spark = ExampleData.spark()) {
            Dataset<Row> training = ExampleData.mnistTraining(spark);
            Dataset<Row> few = upperHalf(training).limit(FEW);
            Dataset<Row> test = upperHalf(ExampleData.mnistTest(spark));
            NeuralNetworkClassificationModel trained = train(lowerHalf(training));
            System.out.printf("from nothing: %.4f%n", ExampleData.accuracy(fromNothing(few, 1), test));
            System.out.printf("fine-tuned:   %.4f%n", ExampleData.accuracy(tune(trained, few, 1), test));
        }
    }

    /** The digits 0 to 4. */
    static Dataset<Row> lowerHalf(Dataset<Row> digits) {
        return digits.where(digits.col("label").lt(HALF));
    }

    /** The digits 5 to 9, as classes from 0 on. */
    static Dataset<Row> upperHalf(Dataset<Row> digits) {
        return digits.where(digits.col("label").geq(HALF))
                .withColumn("label", functions.col("label").minus(HALF));
    }

    /** The last layer has another name for other classes, as it starts anew. */
    private static NeuralNetworkClassifier classifier(String head, int epochs, long seed) {
        Sequential network = Sequential.of(
                Input.of(28, 28, 1),
                Conv2D.of(16, 3).activation("relu"),
                MaxPooling2D.of(2),
                Conv2D.of(32, 3).activation("relu"),
                MaxPooling2D.of(2),
                Flatten.of(),
                Dense.of(64).activation("relu"),
                Dense.of(HALF).activation("softmax").named(head));
        return new NeuralNetworkClassifier()
                .setNetwork(network)
                .setNumWorkers(1)
                .setBatchSize(32)
                .setEpochs(epochs)
                .setSeed(seed);
    }

    static NeuralNetworkClassificationModel train(Dataset<Row> lowerHalf) {
        return classifier("lower", 10, 1).fit(lowerHalf);
    }

    static NeuralNetworkClassificationModel fromNothing(Dataset<Row> few, long seed) {
        return classifier("upper", 5, seed).fit(few);
    }

    /** All weights go on learning; {@code setFrozenLayers("conv2d*")} would leave the convolutions as they are. */
    static NeuralNetworkClassificationModel tune(
            NeuralNetworkClassificationModel trained, Dataset<Row> few, long seed) {
        return classifier("upper", 5, seed).setInitialModel(trained).fit(few);
    }
}
