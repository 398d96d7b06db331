package io.kindling.cluster.command;

import io.kindling.cluster.data.DataFile;
import io.kindling.cluster.data.Features;
import io.kindling.cluster.data.Labels;
import io.kindling.cluster.files.OutputPath;
import io.kindling.cluster.files.Outputs;
import io.kindling.cluster.model.PipelineTrainer;
import io.kindling.cluster.model.TrainedPipeline;
import io.kindling.cluster.report.Console;
import io.kindling.cluster.report.Metrics;
import io.kindling.cluster.report.Result;
import io.kindling.cluster.report.TrainingMonitor;
import io.kindling.errors.KindlingException;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.training.TrainingStart;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling train}: fits a network to a file and saves it. */
@Command(
        name = "train",
        description = "Trains a network to tell classes apart.",
        sortOptions = false,
        abbreviateSynopsis = true)
final class TrainCommand extends SparkCommand {

    @Mixin
    private DataOptions data;

    @Option(names = "--label", paramLabel = "COL", description = "The column of labels; not needed for libsvm and idx.")
    private String label;

    @Option(
            names = "--features",
            paramLabel = "COL",
            split = ",",
            description = "The columns of features; all but the label by default.")
    private List<String> features;

    @Option(names = "--standardize", description = "Bring every feature to mean 0 and deviation 1.")
    private boolean standardize;

    @Option(names = "--test", paramLabel = "FILE", description = "Rows to measure the network with.")
    private String test;

    @Option(
            names = "--test-fraction",
            paramLabel = "X",
            description = "The share of the rows that is kept from training to measure the network with.")
    private Double testFraction;

    @Mixin
    private NetworkOptions network;

    @Mixin
    private TrainingOptions training;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the trained pipeline is saved.")
    private String out;

    @Option(names = "--overwrite", description = "Replace what Kindling wrote there before.")
    private boolean overwrite;

    @Mixin
    private JsonOption json;

    private final NeuralNetworkClassifier classifier = new NeuralNetworkClassifier();

    TrainCommand(Console console) {
        super(console);
    }

    /** Rows to train with, and rows to measure with, if there are others. */
    private record Tables(Dataset<Row> training, Optional<Dataset<Row>> test) {}

    @Override
    protected void requireValid() {
        Numbers.fraction("--test-fraction", testFraction);
        if (test != null && testFraction != null) {
            throw new KindlingException(
                    "--test and --test-fraction both say what to measure with; only one can be given.");
        }
        network.applyTo(classifier);
        network.requireOneInput(classifier);
        training.applyTo(classifier);
    }

    @Override
    protected int localThreads() {
        return training.workers();
    }

    @Override
    protected void run(SparkSession spark) throws IOException {
        try (Outputs outputs = data.outputs(spark, overwrite)) {
            if (test != null) {
                outputs.reads("--test", test);
            }
            training.checkpointDir().ifPresent(directory -> outputs.keeps("--checkpoint-dir", directory));
            run(spark, outputs.claim("--out", Optional.ofNullable(out)), json.claim(outputs));
        }
    }

    private void run(SparkSession spark, Optional<OutputPath> model, Optional<OutputPath> figures) throws IOException {
        DataFile file = data.find(spark);
        Optional<DataFile> testFile = Optional.ofNullable(test).map(path -> data.find(spark, path));
        Dataset<Row> rows = file.read(spark, OptionalInt.empty());
        String labelColumn = Labels.column(Optional.ofNullable(label), file, rows.schema());
        Features columns = Features.choose(rows.schema(), Optional.ofNullable(features), labelColumn);
        TrainingMonitor monitor = new TrainingMonitor(console());
        Tables tables = split(Labels.asNumbersOrTexts(rows, labelColumn));
        PipelineTrainer trainer = PipelineTrainer.prepare(
                tables.training(), classifier.setListener(monitor), columns, labelColumn, standardize);
        if (testFile.isPresent()) {
            Dataset<Row> testRows = testFile.get().read(spark, width(rows.schema(), columns));
            Labels.column(Optional.of(labelColumn), testFile.get(), testRows.schema());
            testRows = Labels.asNumbersOrTexts(testRows, labelColumn);
            trainer.requireMeasurable(testRows);
            tables = new Tables(tables.training(), Optional.of(testRows));
        }

        long started = System.nanoTime();
        TrainedPipeline trained;
        try (monitor) {
            trained = trainer.fit();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        Metrics metrics = tables.test().isPresent()
                ? trained.evaluate(tables.test().get(), labelColumn)
                : trained.measure(tables.training(), labelColumn);
        if (model.isPresent()) {
            trained.save(model.get());
        }
        report(trained, monitor, metrics, seconds, figures, tables.test().isPresent());
    }

    private Tables split(Dataset<Row> rows) {
        if (testFraction == null) {
            return new Tables(rows, Optional.empty());
        }
        Dataset<Row>[] parts = rows.randomSplit(new double[] {1 - testFraction, testFraction}, training.seed());
        if (parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new BadDataException("--test-fraction " + testFraction + " leaves no row to "
                    + (parts[0].isEmpty() ? "train" : "measure") + " with. There are " + rows.count()
                    + " rows in all.");
        }
        return new Tables(parts[0], Optional.of(parts[1]));
    }

    /** How many features a row of LibSVM data has: as many as the largest index in the training data. */
    private static OptionalInt width(StructType schema, Features columns) {
        String column = columns.columns().get(0);
        if (!schema.apply(column).dataType().equals(SQLDataTypes.VectorType())
                || !schema.apply(column).metadata().contains("numFeatures")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) schema.apply(column).metadata().getLong("numFeatures"));
    }

    private void report(
            TrainedPipeline trained,
            TrainingMonitor monitor,
            Metrics metrics,
            double seconds,
            Optional<OutputPath> figures,
            boolean tested)
            throws IOException {
        TrainingStart start = monitor.start();
        long rows = start.rows();
        int epochs = start.epochs();
        int workers = start.workers();
        double rowsPerSecond = monitor.rowsTrained() / seconds;
        console().out().print(trained.classifier().summary());
        console()
                .out()
                .printf(
                        Locale.ROOT,
                        "Trained on %,d rows: %d %s, %d %s, %.1f s, %,.0f rows/s.%n",
                        rows,
                        epochs,
                        epochs == 1 ? "epoch" : "epochs",
                        workers,
                        workers == 1 ? "worker" : "workers",
                        seconds,
                        rowsPerSecond);
        console()
                .out()
                .printf(
                        Locale.ROOT,
                        "On %,d rows %s: accuracy %.4f, loss %.4f.%n",
                        metrics.rows(),
                        tested ? "that were kept from training" : "of the training data",
                        metrics.accuracy(),
                        metrics.loss());
        if (out != null) {
            console().out().println("Saved to " + out + ".");
        }
        Result result = new Result()
                .put("accuracy", metrics.accuracy())
                .put("loss", metrics.loss())
                .put("rows", rows)
                .put("seconds", seconds)
                .put("epochs", epochs)
                .put("workers", workers)
                .put("rows_per_second", rowsPerSecond)
                .put("parameters", start.parameters())
                .put("measured_on", tested ? "test" : "training")
                .put("measured_rows", metrics.rows());
        if (figures.isPresent()) {
            JsonOption.write(result, figures.get());
        }
        console().out().println(result.toJson());
    }
}
