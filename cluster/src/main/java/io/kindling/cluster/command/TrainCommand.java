package io.kindling.cluster.command;

import io.kindling.cluster.data.DataFile;
import io.kindling.cluster.data.DataFormat;
import io.kindling.cluster.data.Features;
import io.kindling.cluster.data.LabelCounts;
import io.kindling.cluster.data.Labels;
import io.kindling.cluster.data.Table;
import io.kindling.cluster.files.OutputPath;
import io.kindling.cluster.files.Outputs;
import io.kindling.cluster.model.Evaluation;
import io.kindling.cluster.model.PipelineTrainer;
import io.kindling.cluster.model.Selection;
import io.kindling.cluster.model.Target;
import io.kindling.cluster.model.Task;
import io.kindling.cluster.model.TrainedPipeline;
import io.kindling.cluster.report.Console;
import io.kindling.cluster.report.Measures;
import io.kindling.cluster.report.Result;
import io.kindling.cluster.report.TrainingMonitor;
import io.kindling.errors.KindlingException;
import io.kindling.spark.NetworkEstimator;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.NeuralNetworkRegressor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.Metadata;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling train}: fits a network to a file and saves it. */
@Command(
        name = "train",
        description = "Trains a network to tell classes apart, or to predict numbers.",
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

    @Option(
            names = "--ignore",
            paramLabel = "COL",
            split = ",",
            description = "Columns that are no features, such as names of rows.")
    private List<String> ignored = List.of();

    @Option(
            names = "--task",
            paramLabel = "T",
            description = "classification, regression or auto, the default: texts, truth values and few different whole"
                    + " numbers are classes, other numbers amounts.")
    private Task task = Task.AUTO;

    @Option(
            names = "--standardize",
            description = "Bring every feature to mean 0 and deviation 1, for a --network, libsvm and idx; tables are"
                    + " scaled in any case.")
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

    @Mixin
    private ClassWeightsOption classWeights;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the trained pipeline is saved.")
    private String out;

    @Option(names = "--overwrite", description = "Replace what Kindling wrote there before.")
    private boolean overwrite;

    @Mixin
    private JsonOption json;

    TrainCommand(Console console) {
        super(console);
    }

    @Override
    protected void requireValid() {
        Numbers.fraction("--test-fraction", testFraction);
        if (test != null && testFraction != null) {
            throw new KindlingException(
                    "--test and --test-fraction both say what to measure with; only one can be given.");
        }
        NeuralNetworkClassifier any = new NeuralNetworkClassifier();
        network.applyTo(any);
        network.requireOneInput();
        training.applyTo(any);
        classWeights.requireValid();
        data.requireValid();
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
        Table table = file.open(spark, OptionalInt.empty(), data.csv());
        String labelColumn = Labels.column(Optional.ofNullable(label), file, table.schema());
        Features columns = Features.choose(table.schema(), Optional.ofNullable(features), ignored, labelColumn);
        boolean encode = !network.isOwn() && !columns.areVector(table.schema());
        if (encode) {
            columns.requireEncodable(table.schema());
        } else {
            columns.requireNumeric(table.schema());
        }
        Task asked = task(file);
        Selection selection = Selection.of(
                table,
                columns,
                Target.of(labelColumn, asked, LabelCounts.of(table, labelColumn), !encode),
                data.csv().missing(),
                encode);
        TrainingMonitor monitor = new TrainingMonitor(console());
        PipelineTrainer trainer = new PipelineTrainer(
                selection, estimator(selection.target(), monitor), encode, standardize, monitor::noticed);
        TrainingRows rows = TrainingRows.of(selection.rows(), testFraction, training.seed());
        Optional<Table> testTable = testFile.map(given -> given.open(spark, numFeatures(selection), data.csv()));
        testTable.ifPresent(given -> trainer.requireMeasurable(given));
        List<String> notices = notices(selection, asked, encode);
        if (encode) {
            notices.forEach(monitor::noticed);
        }

        long started = System.nanoTime();
        TrainedPipeline trained;
        try (monitor) {
            trained = trainer.fit(rows.training());
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        if (!encode) {
            // A vector has no room for what is missing, so that nothing is to be known of what was refused.
            notices.forEach(monitor::noticed);
        }
        if (monitor.endedImproving()) {
            monitor.noticed(
                    "the last epoch was the best, so more may be better: --epochs " + 2 * monitor.epochs() + ".");
        }
        Measures measures = testTable
                .map(given -> new Evaluation(trained, given, labelColumn).measure(false))
                .orElseGet(
                        () -> trained.measure(rows.measured(), selection.label().name(), false));
        if (model.isPresent()) {
            trained.save(model.get());
        }
        boolean tested = testTable.isPresent() || testFraction != null;
        report(trained, new TrainingReport(selection.target(), monitor, measures, seconds, tested), figures);
    }

    private Task task(DataFile file) {
        return task == Task.AUTO && (network.tellsClassesApart() || file.format() == DataFormat.IDX)
                ? Task.CLASSIFICATION
                : task;
    }

    private NetworkEstimator<?, ?> estimator(Target target, TrainingMonitor monitor) {
        NetworkEstimator<?, ?> estimator =
                target.isClassification() ? new NeuralNetworkClassifier() : new NeuralNetworkRegressor();
        network.applyTo(estimator);
        training.applyTo(estimator);
        classWeights.applyTo(estimator, target);
        estimator.setListener(monitor);
        return estimator;
    }

    /** What is to be known before training: how the table was read, and what numbers are taken for. */
    private List<String> notices(Selection selection, Task asked, boolean encoded) {
        List<String> notices = new ArrayList<>(selection.notices());
        Target target = selection.target();
        boolean guessed = asked == Task.AUTO && target.counts().areNumbers();
        if (guessed && (encoded || !target.isClassification())) {
            notices.add(target.said());
        }
        return notices;
    }

    /** How many features a row of LibSVM data has: as many as the largest index in the training data. */
    private static OptionalInt numFeatures(Selection selection) {
        Metadata metadata = selection
                .table()
                .schema()
                .apply(selection.features().get(0).column())
                .metadata();
        return metadata.contains("numFeatures")
                ? OptionalInt.of((int) metadata.getLong("numFeatures"))
                : OptionalInt.empty();
    }

    private void report(TrainedPipeline trained, TrainingReport report, Optional<OutputPath> figures)
            throws IOException {
        console().out().print(trained.network().summary());
        report.lines().forEach(console().out()::println);
        if (out != null) {
            console().out().println("Saved to " + out + ".");
        }
        Result result = report.figures();
        if (figures.isPresent()) {
            JsonOption.write(result, figures.get());
        }
        console().out().println(result.toJson());
    }
}
