package io.kindling.examples;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.sources.IdxImages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Measures what the number of workers and the averaging do to accuracy: the tables of {@code docs/averaging.md}.
 *
 * <p>Arguments: a folder with the four files of MNIST; how many epochs; numbers of workers; mini-batches between
 * averagings, or {@code epoch} or {@code auto}; outer optimizers, {@code average} or any optimizer; what becomes of the
 * optimizer's memory. Lists are separated by semicolons:
 * {@code /data/mnist 10 1;16;64 10;100;epoch average;sgd(1,momentum=0.8) average;reset}.
 */
public final class WorkersAndAveraging {
    private static final Sequential NETWORK = Sequential.of(
            Dense.of(128).activation("relu"),
            Dense.of(64).activation("relu"),
            Dense.of(10).activation("softmax"));

    private static final int ARGUMENTS = 6;

    private WorkersAndAveraging() {}

    /** Prints a row of a Markdown table for every combination; the workers are tasks on this machine. */
    public static void main(String[] arguments) {
        if (arguments.length != ARGUMENTS) {
            System.err.println("example: WorkersAndAveraging needs " + ARGUMENTS + " arguments, such as '/data/mnist 10"
                    + " 1;16;64 10;100;epoch average;sgd(1,momentum=0.8) average;reset': a folder with MNIST, epochs,"
                    + " workers, averaging frequencies, outer optimizers, optimizer states. Received: "
                    + arguments.length
                    + ".");
            return;
        }
        String folder = arguments[0];
        int epochs = Integer.parseInt(arguments[1]);
        try (SparkSession spark = ExampleData.spark()) {
            Dataset<Row> training = IdxImages.read(spark, folder + "/train-images-idx3-ubyte.gz")
                    .cache();
            Dataset<Row> test =
                    IdxImages.read(spark, folder + "/t10k-images-idx3-ubyte.gz").cache();
            for (String optimizerState : list(arguments[5])) {
                for (String outer : list(arguments[4])) {
                    for (String frequency : list(arguments[3])) {
                        for (String workers : list(arguments[2])) {
                            NeuralNetworkClassifier classifier =
                                    classifier(epochs, Integer.parseInt(workers), frequency, outer, optimizerState);
                            long started = System.nanoTime();
                            double accuracy = ExampleData.accuracy(classifier.fit(training), test);
                            System.out.printf(
                                    Locale.ROOT,
                                    "| %s | %s | %s | %s | %.2f | %.0f |%n",
                                    workers,
                                    frequency,
                                    outer,
                                    optimizerState,
                                    100 * accuracy,
                                    (System.nanoTime() - started) / 1e9);
                        }
                    }
                }
            }
        }
    }

    private static List<String> list(String argument) {
        return Stream.of(argument.split(";")).map(String::strip).toList();
    }

    private static NeuralNetworkClassifier classifier(
            int epochs, int workers, String frequency, String outer, String optimizerState) {
        return new NeuralNetworkClassifier()
                .setNetwork(NETWORK)
                .setEpochs(epochs)
                .setNumWorkers(workers)
                .setAveragingFrequency(frequency)
                .setOptimizerState(optimizerState)
                .setOuterOptimizer(outer);
    }
}
