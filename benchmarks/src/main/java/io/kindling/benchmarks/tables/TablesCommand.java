package io.kindling.benchmarks.tables;

import io.kindling.cluster.command.Numbers;
import io.kindling.cluster.command.SparkCommand;
import io.kindling.cluster.report.Console;
import io.kindling.errors.KindlingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark tables}: measures how good networks with nothing set are on tables. */
@Command(
        name = "tables",
        description = "Trains on each CSV file of a folder, with nothing set, beside MLlib's linear models, forests and"
                + " boosted trees, and prints how each does on its test rows.",
        sortOptions = false)
public final class TablesCommand extends SparkCommand {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The folder; each file has the columns label, and split, which is train or test.")
    private Path folder;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Of the training; 0 by default.")
    private long seed;

    @Option(names = "--workers", paramLabel = "N", description = "How many train; one per processor by default.")
    private Integer workers;

    @Option(names = "--only-kindling", description = "Without MLlib's models.")
    private boolean onlyKindling;

    /** The command, which prints to the console. */
    public TablesCommand(Console console) {
        super(console);
    }

    @Override
    protected void requireValid() {
        Numbers.atLeastOne("--workers", workers);
    }

    @Override
    protected void run(SparkSession spark) throws IOException {
        OptionalInt some = workers == null ? OptionalInt.empty() : OptionalInt.of(workers);
        TableBenchmark benchmark = new TableBenchmark(console().out(), seed, some, onlyKindling);
        List<Path> files = files();
        benchmark.head();
        for (Path file : files) {
            benchmark.run(SplitTable.read(spark, file));
            spark.catalog().clearCache();
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new KindlingException("--data must be a folder. Received: " + folder + ".");
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.toString().matches(".*\\.csv(\\.gz)?"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new KindlingException("The folder " + folder + " has no file that ends in .csv or .csv.gz.");
            }
            return files;
        }
    }
}
