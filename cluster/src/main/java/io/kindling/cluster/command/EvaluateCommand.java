package io.kindling.cluster.command;

import io.kindling.cluster.data.ColumnNames;
import io.kindling.cluster.data.DataFile;
import io.kindling.cluster.data.Labels;
import io.kindling.cluster.data.Table;
import io.kindling.cluster.files.OutputPath;
import io.kindling.cluster.files.Outputs;
import io.kindling.cluster.model.Evaluation;
import io.kindling.cluster.model.TrainedPipeline;
import io.kindling.cluster.report.Console;
import io.kindling.cluster.report.Measures;
import io.kindling.cluster.report.Result;
import io.kindling.errors.KindlingException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling evaluate}: measures a saved network on a file. */
@Command(
        name = "evaluate",
        description = "Measures how well a saved network does.",
        sortOptions = false,
        abbreviateSynopsis = true)
final class EvaluateCommand extends SparkCommand {

    @Mixin
    private ModelOptions model;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--label",
            paramLabel = "COL",
            description = "The column of labels; not needed for libsvm and idx, nor where the model knows it.")
    private String label;

    @Mixin
    private JsonOption json;

    @Option(names = "--overwrite", description = "Replace what Kindling wrote there before.")
    private boolean overwrite;

    EvaluateCommand(Console console) {
        super(console);
    }

    @Override
    protected void requireValid() {
        data.requireValid();
    }

    @Override
    protected void run(SparkSession spark) throws IOException {
        try (Outputs outputs = data.outputs(spark, overwrite).reads("--model", model.directory())) {
            run(spark, json.claim(outputs));
        }
    }

    private void run(SparkSession spark, Optional<OutputPath> figures) throws IOException {
        TrainedPipeline trained = model.load(spark);
        DataFile file = data.find(spark);
        Table table = file.open(spark, OptionalInt.of(trained.network().numFeatures()), data.csv(trained));
        String known = trained.labelColumn().orElse(null);
        if (known != null && label != null && !ColumnNames.plain(known).equals(ColumnNames.plain(label))) {
            throw new KindlingException(
                    "--label must be '" + known + "', as it was in training. Received: " + label + ".");
        }
        String column = known == null
                ? Labels.column(Optional.ofNullable(label), file, table.schema())
                : ColumnNames.find(table.schema(), label == null ? known : label)
                        .orElse(known);
        long started = System.nanoTime();
        Evaluation evaluation = new Evaluation(trained, table, column);
        Measures measures = evaluation.measure(true);
        double seconds = (System.nanoTime() - started) / 1e9;
        evaluation.notices().forEach(notice -> console().err().println("kindling: " + notice));
        console().out().printf(Locale.ROOT, "On %,d rows: %s.%n", measures.rows(), measures.summary());
        measures.details().forEach(console().out()::println);
        Result result = new Result();
        measures.summary(result);
        measures.details(result.put("rows", measures.rows()).put("seconds", seconds));
        if (figures.isPresent()) {
            JsonOption.write(result, figures.get());
        }
        console().out().println(result.toJson());
    }
}
