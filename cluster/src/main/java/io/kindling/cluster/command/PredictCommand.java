package io.kindling.cluster.command;

import io.kindling.cluster.data.Passing;
import io.kindling.cluster.data.Table;
import io.kindling.cluster.files.OutputPath;
import io.kindling.cluster.files.Outputs;
import io.kindling.cluster.files.TableWriter;
import io.kindling.cluster.model.Predictions;
import io.kindling.cluster.model.TrainedPipeline;
import io.kindling.cluster.report.Console;
import java.io.IOException;
import java.io.PrintStream;
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

/** {@code kindling predict}: writes the class or the number of every row of a file. */
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
                    "The rows with their predictions: one file if it ends in .csv, .tsv or .jsonl, gzipped or not, else"
                            + " a Parquet directory; - is CSV on standard output.")
    private String out;

    @Option(names = "--overwrite", description = "Replace what Kindling wrote there before.")
    private boolean overwrite;

    private static final String STANDARD_OUTPUT = "-";

    PredictCommand(Console console) {
        super(console);
    }

    @Override
    protected void requireValid() {
        data.requireValid();
    }

    @Override
    protected void run(SparkSession spark) throws IOException, InterruptedException {
        try (Outputs outputs = data.outputs(spark, overwrite).reads("--model", model.directory())) {
            if (out.equals(STANDARD_OUTPUT)) {
                write(
                        spark,
                        true,
                        rows -> TableWriter.print(rows, console().out()),
                        console().err());
                return;
            }
            OutputPath output = outputs.claim("--out", out);
            TableWriter writer = TableWriter.of(out);
            Sink sink = rows -> {
                Observation seen = new Observation();
                writer.write(
                        rows.observe(seen, functions.count(functions.lit(1)).as("rows")), output);
                return (long) seen.getAsJava().get("rows");
            };
            write(spark, writer.keepsTexts(), sink, console().out());
        }
    }

    /** Where predictions go; counts them. */
    private interface Sink {
        long write(Dataset<Row> rows) throws IOException, InterruptedException;
    }

    private void write(SparkSession spark, boolean asWritten, Sink sink, PrintStream report)
            throws IOException, InterruptedException {
        TrainedPipeline trained = model.load(spark);
        Table table =
                data.find(spark).open(spark, OptionalInt.of(trained.network().numFeatures()), data.csv(trained));
        Dataset<Row> predictions = Predictions.of(trained, table, asWritten ? Passing.AS_WRITTEN : Passing.AS_READ);
        long rows;
        try {
            rows = sink.write(predictions);
        } catch (Exception failed) {
            if (failed instanceof SparkException) {
                trained.explain(table);
            }
            throw failed;
        }
        trained.notices(table).forEach(notice -> console().err().println("kindling: " + notice));
        report.printf(Locale.ROOT, "Predicted %,d rows: %s.%n", rows, out);
    }
}
