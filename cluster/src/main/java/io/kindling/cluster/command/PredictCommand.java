package io.kindling.cluster.command;

import io.kindling.cluster.files.OutputPath;
import io.kindling.cluster.files.Outputs;
import io.kindling.cluster.files.TableWriter;
import io.kindling.cluster.model.TrainedPipeline;
import io.kindling.cluster.report.Console;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling predict}: writes the class of every row of a file. */
@Command(
        name = "predict",
        description = "Writes what a saved network predicts.",
        sortOptions = false,
        abbreviateSynopsis = true)
final class PredictCommand extends SparkCommand {

    @Mixin
    private ModelOptions model;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "The rows with their predictions: one file if it ends in .csv or .csv.gz, else a Parquet directory.")
    private String out;

    @Option(names = "--overwrite", description = "Replace what Kindling wrote there before.")
    private boolean overwrite;

    PredictCommand(Console console) {
        super(console);
    }

    @Override
    protected void requireValid() {}

    @Override
    protected void run(SparkSession spark) throws IOException, InterruptedException {
        try (Outputs outputs = data.outputs(spark, overwrite).reads("--model", model.directory())) {
            run(spark, outputs.claim("--out", out));
        }
    }

    private void run(SparkSession spark, OutputPath output) throws IOException, InterruptedException {
        TrainedPipeline trained = model.load(spark);
        Dataset<Row> rows =
                data.find(spark).read(spark, OptionalInt.of(trained.classifier().numFeatures()));
        Observation seen = new Observation();
        Dataset<Row> predictions = trained.predictions(rows)
                .observe(seen, functions.count(functions.lit(1)).as("rows"));
        try {
            TableWriter.of(out).write(predictions, output);
        } catch (Exception failed) {
            if (failed instanceof SparkException) {
                trained.explain(rows);
            }
            throw failed;
        }
        console()
                .out()
                .printf(
                        Locale.ROOT,
                        "Predicted %,d rows: %s.%n",
                        seen.getAsJava().get("rows"),
                        out);
    }
}
