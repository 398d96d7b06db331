package io.kindling.cluster.model;

import io.kindling.cluster.cells.CellType;
import io.kindling.cluster.cells.Kind;
import io.kindling.cluster.cells.MissingTexts;
import io.kindling.cluster.data.ColumnNames;
import io.kindling.cluster.data.Passing;
import io.kindling.cluster.data.Pick;
import io.kindling.cluster.data.RowScan;
import io.kindling.cluster.data.Table;
import io.kindling.cluster.data.ValueRule;
import io.kindling.cluster.files.FilePath;
import io.kindling.cluster.files.OutputPath;
import io.kindling.cluster.report.ClassMeasures;
import io.kindling.cluster.report.Measures;
import io.kindling.cluster.report.ValueMeasures;
import io.kindling.errors.KindlingException;
import io.kindling.spark.NetworkModel;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkRegressionModel;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.mllib.DamagedModelException;
import io.kindling.spark.mllib.Reasons;
import io.kindling.spark.saved.SavedPipeline;
import io.kindling.spark.saved.StageClasses;
import io.kindling.spark.tables.TableEncoderModel;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.IndexToString;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A network with the stages that make its features and labels from columns. */
public final class TrainedPipeline {
    private final PipelineModel pipeline;
    private final NetworkModel<?> network;
    private final KnownColumns columns;

    TrainedPipeline(PipelineModel pipeline, KnownColumns columns) {
        this.pipeline = pipeline;
        this.network = networkOf(pipeline);
        if (!(network instanceof NeuralNetworkClassificationModel || network instanceof NeuralNetworkRegressionModel)) {
            throw new KindlingException("The pipeline predicts neither classes nor numbers.");
        }
        this.columns = columns;
    }

    /**
     * Reads a model directory, which need not be trusted.
     *
     * @param allowed the classes its stages may be of
     * @throws DamagedModelException if it is none, a file in it is missing, damaged or no regular file, or a stage is of
     *     another class
     */
    public static TrainedPipeline load(SparkSession spark, String directory, StageClasses allowed) {
        FilePath.of("--model", directory);
        PipelineModel pipeline = SavedPipeline.load(spark, directory, allowed);
        try {
            TrainedPipeline trained = new TrainedPipeline(
                    pipeline,
                    SavedPipeline.columns(spark, directory)
                            .map(KnownColumns::fromJson)
                            .orElseGet(() -> columnsOf(pipeline)));
            trained.requireFittingStages();
            return trained;
        } catch (IOException | RuntimeException unusable) {
            throw DamagedModelException.of(
                    directory, "its stages do not fit together: " + Reasons.of(unusable), unusable);
        }
    }

    /** Those of a pipeline that says no more about them. */
    private static KnownColumns columnsOf(PipelineModel pipeline) {
        Optional<String> label = stage(pipeline, StringIndexerModel.class).map(StringIndexerModel::getInputCol);
        KnownColumns columns = stage(pipeline, VectorAssembler.class)
                .map(assembler -> KnownColumns.of(List.of(assembler.getInputCols()), Kind.NUMBER))
                .or(() -> stage(pipeline, TableEncoderModel.class).map(TableEncoding::columns))
                .orElseGet(() -> KnownColumns.of(List.of(vectorOf(pipeline)), Kind.OTHER));
        return new KnownColumns(columns.types(), Map.of(), label, columns.missing());
    }

    /** What the first stage after the assembling reads, if there is none. */
    private static String vectorOf(PipelineModel pipeline) {
        return stage(pipeline, StandardScalerModel.class)
                .map(StandardScalerModel::getInputCol)
                .orElseGet(() -> networkOf(pipeline).getFeaturesCol());
    }

    private static NetworkModel<?> networkOf(PipelineModel pipeline) {
        for (Transformer stage : pipeline.stages()) {
            if (stage instanceof NetworkModel<?> network) {
                return network;
            }
        }
        throw new KindlingException("The pipeline has no network of Kindling in it.");
    }

    /** Predicts nothing: whether each stage finds what it needs shows in the columns alone. */
    private void requireFittingStages() {
        StructType schema = columns.schema();
        for (Transformer stage : pipeline.stages()) {
            if (!(stage instanceof StringIndexerModel)) {
                schema = stage.transformSchema(schema);
            }
        }
        stage(IndexToString.class).ifPresent(names -> {
            if (!names.isDefined(names.labels()) || names.getLabels().length == 0) {
                throw new KindlingException("IndexToString has no labels.");
            }
        });
        stage(StandardScalerModel.class).ifPresent(scaler -> {
            int width = Math.max(scaler.mean().size(), scaler.std().size());
            if (scaler.getOutputCol().equals(network.getFeaturesCol()) && width != network.numFeatures()) {
                throw new KindlingException(
                        "The scaler has " + width + " columns, and the network takes " + network.numFeatures() + ".");
            }
        });
    }

    /** Saves it as an MLlib {@code PipelineModel} with a manifest. */
    public void save(OutputPath target) throws IOException {
        target.write(temporary -> SavedPipeline.save(pipeline, temporary.toString(), columns.toJson()));
    }

    /** The stages, in order. */
    public List<Transformer> stages() {
        return List.of(pipeline.stages());
    }

    /** The network's own stage. */
    public NetworkModel<?> network() {
        return network;
    }

    /** The names of the classes in the order of their indices, if they have names. */
    public Optional<List<String>> labels() {
        return stage(StringIndexerModel.class).map(indexer -> Arrays.asList(indexer.labelsArray()[0]));
    }

    /** The column of labels, where the model knows it. */
    public Optional<String> labelColumn() {
        return columns.label();
    }

    /** The columns of features, as the stages know them. */
    public List<String> features() {
        return List.copyOf(columns.types().keySet());
    }

    /** The texts that stood for missing cells in training. */
    public MissingTexts missing() {
        return columns.missing();
    }

    /** The time zone whose clocks timestamps are read from, where the model has one. */
    public Optional<ZoneId> zone() {
        return stage(TableEncoderModel.class).map(encoder -> ZoneId.of(encoder.timeZone()));
    }

    /** What a person should know if the rows of a table are predicted. */
    public List<String> notices(Table table) {
        return table.notices(picks(table));
    }

    /** The rows of a table with the columns of every stage but those for labels. */
    Dataset<Row> transform(Table table, Passing passing) {
        return transform(table.rows(picks(table), passing), false);
    }

    /** As soon as there is the vector, the columns it is made of go: of thousands each step would plan anew. */
    private Dataset<Row> transform(Dataset<Row> rows, boolean labelled) {
        List<Transformer> later = new ArrayList<>();
        Dataset<Row> result = rows;
        for (Transformer stage : pipeline.stages()) {
            if (stage instanceof TableEncoderModel || stage instanceof VectorAssembler) {
                result = stage.transform(result).drop(columns.holders());
            } else if (labelled || !(stage instanceof StringIndexerModel)) {
                later.add(stage);
            }
        }
        for (Transformer stage : later) {
            result = stage.transform(result);
        }
        return result;
    }

    /** Where a table has the columns of features. */
    List<Pick> picks(Table table) {
        List<Pick> picks = columns.picks(table);
        return stage(VectorAssembler.class).isEmpty()
                ? picks
                : picks.stream()
                        .map(pick -> asTruthValue(pick, table.type(pick.column())))
                        .toList();
    }

    /** Truth values are numbers to a vector. */
    private static Pick asTruthValue(Pick pick, CellType found) {
        return pick.type().kind() == Kind.NUMBER && found.kind() == Kind.BOOLEAN
                ? new Pick(pick.column(), pick.name(), found)
                : pick;
    }

    /**
     * What the stages call the column of labels, and how it is read.
     *
     * @param column its name in a table
     */
    Pick labelPick(String column) {
        return stage(StringIndexerModel.class)
                .map(indexer -> new Pick(column, indexer.getInputCol(), CellType.of(Kind.TEXT)))
                .orElseGet(() -> new Pick(column, unusedName(), CellType.of(Kind.NUMBER)));
    }

    /** One that no column of features has. */
    private String unusedName() {
        return ColumnNames.unused(columns.schema(), "label");
    }

    /**
     * Compares predictions with labels, for rows known to be good.
     *
     * @param label what the stages call the column of labels
     * @param detailed whether each class is measured by itself, too
     */
    public Measures measure(Dataset<Row> rows, String label, boolean detailed) {
        Dataset<Row> predicted = transform(rows, true);
        if (network instanceof NeuralNetworkRegressionModel regression) {
            return ValueMeasures.of(predicted, label, regression.getPredictionCol());
        }
        NeuralNetworkClassificationModel classifier = (NeuralNetworkClassificationModel) network;
        String index = stage(StringIndexerModel.class)
                .map(StringIndexerModel::getOutputCol)
                .orElse(label);
        return ClassMeasures.of(
                predicted,
                List.of(index, classifier.getPredictionCol(), classifier.getProbabilityCol()),
                classNames(),
                detailed);
    }

    /** The names of all classes; their indices, where they have none. */
    List<String> classNames() {
        int classes = ((NeuralNetworkClassificationModel) network).numClasses();
        List<String> names = labels().orElse(List.of());
        return IntStream.range(0, classes)
                .mapToObj(i -> i < names.size() ? names.get(i) : Integer.toString(i))
                .toList();
    }

    /**
     * Looks for what made predicting fail.
     *
     * @throws BadDataException naming the column and the value, if it was one
     */
    public void explain(Table table) {
        if (stage(TableEncoderModel.class).isPresent()) {
            return;
        }
        RowScan scan = new RowScan();
        List<Pick> picks = picks(table);
        picks.forEach(pick -> scan.column(pick.name(), pick.column(), ValueRule.finiteFloat()));
        scan.requireGood(table.rows(picks, Passing.NONE));
    }

    <T extends Transformer> Optional<T> stage(Class<T> type) {
        return stage(pipeline, type);
    }

    private static <T extends Transformer> Optional<T> stage(PipelineModel pipeline, Class<T> type) {
        return Arrays.stream(pipeline.stages())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
