package io.kindling.benchmarks.steps;

import io.kindling.benchmarks.digits.ImageFiles;
import io.kindling.benchmarks.digits.LabelledImages;
import io.kindling.cluster.command.SparkRun;
import io.kindling.cluster.report.Console;
import io.kindling.errors.KindlingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark steps}: compares the speed of a training step with Deeplearning4j's and PyTorch's. */
@Command(
        name = "steps",
        description =
                "Times training steps on this machine, beside Deeplearning4j's and, where KINDLING_PYTHON or python3 has it, PyTorch's.")
public final class StepsCommand implements Runnable {
    private static final String RANDOM = "random";
    /** The system property in which {@code bin/benchmark} names the images of the examples. */
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

    /** The command, which prints to the console. */
    public StepsCommand(Console console) {
        this.console = console;
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
            throw new KindlingException("--data must name a file of images or be " + RANDOM
                    + " where bin/benchmark does not say where the project's are. It is not set.");
        }
        return digits;
    }

    private LabelledImages images(String file) {
        try (SparkRun spark = SparkRun.open(1, console)) {
            return LabelledImages.first(ImageFiles.read(spark.session(), file), StepBenchmark.IMAGES);
        }
    }
}
