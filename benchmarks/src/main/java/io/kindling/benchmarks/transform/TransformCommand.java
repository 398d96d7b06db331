package io.kindling.benchmarks.transform;

import io.kindling.benchmarks.digits.ImageFiles;
import io.kindling.cluster.command.Numbers;
import io.kindling.cluster.command.SparkCommand;
import io.kindling.cluster.report.Console;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark transform}: measures how many rows a second a fitted model predicts. */
@Command(
        name = "transform",
        description =
                "Times prediction by a 512-256-10 network beside MLlib's perceptron of the same layers, reading the rows, and matrix products alone.",
        sortOptions = false)
public final class TransformCommand extends SparkCommand {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Images of ten classes, IDX; their labels lie beside them.")
    private String data;

    @Option(names = "--rows", paramLabel = "N", description = "Only the first N of them; all by default.")
    private Integer rows;

    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each is measured; 5 by default.")
    private int turns;

    /** The command, which prints to the console. */
    public TransformCommand(Console console) {
        super(console);
    }

    @Override
    protected void requireValid() {
        Numbers.atLeastOne("--rows", rows);
        Numbers.atLeastOne("--turns", turns);
    }

    @Override
    protected void run(SparkSession spark) {
        Dataset<Row> images = ImageFiles.read(spark, data);
        if (rows != null) {
            int parts = JavaSparkContext.fromSparkContext(spark.sparkContext()).defaultParallelism();
            images = images.limit(rows).repartition(parts);
        }
        new TransformBenchmark(console().out(), turns).run(images);
    }
}
