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
    private static final String RANDOM = "random";
    /** The system property in which {@code bin/kindling} names the images of the examples. */
    private static final String DIGITS = "kindling.digits";

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
            paramLabel = "FILE|random",
            description =
                    "Images of ten classes, IDX, for the networks that take as many pixels; those of examples/data/mnist by default. Or random: numbers of which none is zero, where most pixels are, so that steps take longer.")
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
        if (data == null) {
            benchmark = benchmark.on(images(digits()));
        } else if (!data.equals(RANDOM)) {
            LabelledImages images = images(data);
            benchmark.requireOneTakes(images);
            benchmark = benchmark.on(images);
        }
        benchmark.run(console.out());
    }

    private static String digits() {
        String digits = System.getProperty(DIGITS);
        if (digits == null) {
            throw new IllegalArgumentException("--data must name a file of images or be " + RANDOM
                    + " where bin/kindling does not say where the project's are. It is not set.");
        }
        return digits;
    }

    private LabelledImages images(String file) {
        try (SparkRun spark = SparkRun.open(null, 1, new SparkSettings(), console)) {
            return LabelledImages.first(ImageFiles.read(spark.session(), file), StepBenchmark.IMAGES);
        }
    }
}
