package io.kindling.benchmarks.training;

import io.kindling.benchmarks.digits.ImageFiles;
import io.kindling.cluster.command.FrequencyConverter;
import io.kindling.cluster.command.Numbers;
import io.kindling.cluster.command.SparkCommand;
import io.kindling.cluster.report.Console;
import io.kindling.spark.training.AveragingFrequency;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark training}: measures how long it takes to train a network well. */
@Command(
        name = "training",
        description =
                "Times training until a test accuracy is reached: this engine with two workers and with one, beside PyTorch's DistributedDataParallel where KINDLING_PYTHON or python3 has it, and Deeplearning4j's parameter averaging where KINDLING_JARS has it.",
        sortOptions = false,
        abbreviateSynopsis = true)
public final class TrainingCommand extends SparkCommand {
    private static final int WORKERS = 2;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Images of ten classes to train on, IDX; their labels lie beside them.")
    private String data;

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "Images to measure the network with.")
    private String test;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "Trainings of every engine; 3 by default.")
    private int runs;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "30",
            description =
                    "Passes over the data, of PyTorch at most; 30 by default, so that most come after the JIT has done its work.")
    private int epochs;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            defaultValue = "128",
            description = "Kindling's rows per step and worker; 128 by default.")
    private int batchSize;

    @Option(
            names = "--averaging-frequency",
            paramLabel = "N",
            defaultValue = "auto",
            converter = FrequencyConverter.class,
            description = "Steps of each worker between averagings, epoch or auto; auto by default.")
    private AveragingFrequency averagingFrequency;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description = "Adam's; by default the estimator's own for two workers, and 0.001 for PyTorch.")
    private Double learningRate;

    @Option(
            names = "--target",
            paramLabel = "X",
            defaultValue = "0.98",
            description = "The test accuracy to reach; 0.98 by default.")
    private double target;

    @Option(
            names = "--torch-batch-size",
            paramLabel = "N",
            split = ",",
            defaultValue = "64,128",
            description = "PyTorch's rows per step and process, one or several; 64,128 by default.")
    private List<Integer> torchBatchSizes;

    @Option(
            names = "--dl4j-batch-size",
            paramLabel = "N",
            defaultValue = "128",
            description = "Deeplearning4j's rows per step and worker; 128 by default.")
    private int dl4jBatchSize;

    @Option(
            names = "--dl4j-averaging-frequency",
            paramLabel = "N",
            defaultValue = "5",
            description = "Steps of each worker between averagings of dl4j-spark by itself; 5, its own default.")
    private int dl4jAveragingFrequency;

    @Option(
            names = "--dl4j-target",
            paramLabel = "X",
            defaultValue = "0.93",
            description = "The test accuracy that Deeplearning4j is to reach; 0.93 by default.")
    private double dl4jTarget;

    @Option(
            names = "--perceptron",
            paramLabel = "N",
            description = "Also train MLlib's perceptron once, for so many iterations; it takes minutes.")
    private Integer perceptronIterations;

    /** The command, which prints to the console. */
    public TrainingCommand(Console console) {
        super(console);
    }

    @Override
    protected void requireValid() {
        Numbers.atLeastOne("--runs", runs);
        Numbers.atLeastOne("--epochs", epochs);
        Numbers.atLeastOne("--batch-size", batchSize);
        Numbers.positive("--learning-rate", learningRate);
        Numbers.fraction("--target", target);
        torchBatchSizes.forEach(each -> Numbers.atLeastOne("--torch-batch-size", each));
        Numbers.atLeastOne("--dl4j-batch-size", dl4jBatchSize);
        Numbers.atLeastOne("--dl4j-averaging-frequency", dl4jAveragingFrequency);
        Numbers.fraction("--dl4j-target", dl4jTarget);
        Numbers.atLeastOne("--perceptron", perceptronIterations);
    }

    @Override
    protected int localThreads() {
        return WORKERS;
    }

    @Override
    protected void run(SparkSession spark) {
        Dataset<Row> training = ImageFiles.read(spark, data);
        Dataset<Row> testRows = ImageFiles.read(spark, test);
        TrainingSettings settings = new TrainingSettings(
                epochs,
                averagingFrequency,
                learningRate == null ? OptionalDouble.empty() : OptionalDouble.of(learningRate));
        TrainingContest contest = new TrainingContest(
                runs,
                batchSize,
                target,
                torchBatchSizes,
                dl4jBatchSize,
                dl4jAveragingFrequency,
                dl4jTarget,
                perceptronIterations == null ? 0 : perceptronIterations);
        new TrainingBenchmark(console().out(), settings, contest).run(training, testRows);
    }
}
