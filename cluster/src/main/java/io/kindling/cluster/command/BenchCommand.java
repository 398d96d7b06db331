package io.kindling.cluster.command;

import io.kindling.cluster.bench.LabelledImages;
import io.kindling.cluster.bench.StepBenchmark;
import io.kindling.cluster.report.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kindling bench}: compares the speed of a training step with Deeplearning4j's, or measures what a subcommand names. */
@Command(
        name = "bench",
        description =
                "Times training steps on this machine, beside Deeplearning4j's and, where KINDLING_PYTHON or python3 has it, PyTorch's; subcommands time averaging, whole trainings and prediction.")
final class BenchCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and exit.")
    private boolean help;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Only networks whose names have this in them, such as gelu or 784-64; all by default.")
    private String network;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "Images of ten classes, IDX, for the networks that take as many pixels; random numbers by default. Most of MNIST's pixels are zero, which makes its steps shorter.")
    private String data;

    private final Console console;

    BenchCommand(Console console) {
        this.console = console;
    }

    /** With its subcommand. */
    static CommandLine line(Console console) {
        return new CommandLine(new BenchCommand(console))
                .addSubcommand(new BenchAveragingCommand(console))
                .addSubcommand(new BenchTrainingCommand(console))
                .addSubcommand(new BenchTransformCommand(console));
    }

    @Override
    public void run() {
        StepBenchmark benchmark = StepBenchmark.of(network);
        (data == null ? benchmark : benchmark.on(images())).run(console.out());
    }

    private LabelledImages images() {
        try (SparkRun spark = SparkRun.open(null, 1, new SparkSettings())) {
            return LabelledImages.first(ImageFiles.read(spark.session(), data), StepBenchmark.IMAGES);
        }
    }
}
