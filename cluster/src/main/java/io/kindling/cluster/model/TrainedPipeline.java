package io.kindling.cluster.model;

import static org.apache.spark.ml.functions.vector_to_array;

import io.kindling.cluster.data.ColumnNames;
import io.kindling.cluster.data.Features;
import io.kindling.cluster.data.Labels;
import io.kindling.cluster.data.RowScan;
import io.kindling.cluster.data.ValueRule;
import io.kindling.cluster.files.FilePath;
import io.kindling.cluster.files.OutputPath;
import io.kindling.cluster.report.Metrics;
import io.kindling.errors.KindlingException;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.mllib.DamagedModelException;
import io.kindling.spark.mllib.Reasons;
import io.kindling.spark.saved.SavedPipeline;
import io.kindling.spark.saved.StageClasses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.SparkException;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.IndexToString;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.shared.HasOutputCol;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;

/** A network with the stages that make its features and labels from columns. */
public final class TrainedPipeline {
    private final PipelineModel pipeline;
    private final NeuralNetworkClassificationModel classifier;

    TrainedPipeline(PipelineModel pipeline) {
        this.pipeline = pipeline;
        this.classifier = stage(NeuralNetworkClassificationModel.class)
                .orElseThrow(() -> new KindlingException("The pipeline has no classifier of Kindling in it."));
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
            TrainedPipeline trained = new TrainedPipeline(pipeline);
            trained.requireFittingStages();
            return trained;
        } catch (RuntimeException unusable) {
            throw DamagedModelException.of(
                    directory, "its stages do not fit together: " + Reasons.of(unusable), unusable);
        }
    }

    /** Predicts nothing: whether each stage finds what it needs shows in the columns alone. */
    private void requireFittingStages() {
        boolean assembles = stage(VectorAssembler.class).isPresent();
        StructType schema = new StructType();
        for (String column : new TreeSet<>(features().columns())) {
            schema = schema.add(column, assembles ? DataTypes.DoubleType : SQLDataTypes.VectorType());
        }
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
            if (scaler.getOutputCol().equals(classifier.getFeaturesCol()) && width != classifier.numFeatures()) {
                throw new KindlingException("The scaler has " + width + " columns, and the network takes "
                        + classifier.numFeatures() + ".");
            }
        });
    }

    /** Saves it as an MLlib {@code PipelineModel} with a manifest. */
    public void save(OutputPath target) throws IOException {
        target.write(temporary -> SavedPipeline.save(pipeline, temporary.toString()));
    }

    /** The stages, in order. */
    public List<Transformer> stages() {
        return List.of(pipeline.stages());
    }

    /** The network's own stage. */
    public NeuralNetworkClassificationModel classifier() {
        return classifier;
    }

    /** The labels in the order of their indices, if they were not indices to begin with. */
    public Optional<List<String>> labels() {
        return stage(StringIndexerModel.class).map(indexer -> Arrays.asList(indexer.labelsArray()[0]));
    }

    /** The column of labels, where the model knows it. */
    public Optional<String> labelColumn() {
        return stage(StringIndexerModel.class).map(indexer -> indexer.getInputCol());
    }

    /** The columns a table must have. */
    public Features features() {
        return stage(VectorAssembler.class)
                .map(assembler -> new Features(List.of(assembler.getInputCols())))
                .orElseGet(() -> new Features(List.of(vectorColumn())));
    }

    /** What the first stage after the assembling reads, if there is none. */
    private String vectorColumn() {
        return stage(StandardScalerModel.class)
                .map(scaler -> scaler.getInputCol())
                .orElseGet(classifier::getFeaturesCol);
    }

    /** The column with the predicted class: the name of its label where labels have names. */
    public String predictionColumn() {
        return stage(IndexToString.class).map(names -> names.getOutputCol()).orElseGet(classifier::getPredictionCol);
    }

    /**
     * Rows of plain names with the columns of every stage; labels are needed only if {@code labelled}, and columns that
     * are part of a vector get lost if it is {@code narrow}, as thousands of them take long.
     */
    private Dataset<Row> transform(Dataset<Row> plain, boolean labelled, boolean narrow) {
        features().requireIn(plain.schema());
        requireRoom(plain.schema());
        Dataset<Row> result = plain;
        for (Transformer stage : pipeline.stages()) {
            if (labelled || !(stage instanceof StringIndexerModel)) {
                result = stage.transform(result);
            }
            if (narrow && stage instanceof VectorAssembler assembler) {
                result = result.drop(assembler.getInputCols());
            }
        }
        return result;
    }

    /**
     * Compares predictions with labels.
     *
     * @throws BadDataException if a column is missing, or a row cannot be used
     */
    public Metrics evaluate(Dataset<Row> rows, String label) {
        requireLabels(rows, label);
        try {
            return measure(rows, label);
        } catch (Exception failed) {
            if (failed instanceof SparkException) {
                explain(rows);
            }
            throw failed;
        }
    }

    /** Compares predictions with labels, for rows known to be good, as those it was trained with are. */
    public Metrics measure(Dataset<Row> rows, String label) {
        String index = stage(StringIndexerModel.class)
                .map(StringIndexerModel::getOutputCol)
                .orElse(ColumnNames.plain(label));
        return Metrics.of(
                transform(ColumnNames.withPlainNames(rows), true, true),
                index,
                classifier.getPredictionCol(),
                classifier.getProbabilityCol());
    }

    private void requireLabels(Dataset<Row> rows, String label) {
        Labels.requireIn(rows.schema(), label);
        if (labels().isEmpty() && !Labels.areNumbers(rows.schema(), label)) {
            throw new BadDataException("The column '" + label
                    + "' of labels must be numeric, as it was in training. It is of type "
                    + rows.schema().apply(label).dataType().simpleString() + ".");
        }
        ValueRule rule = labels().map(ValueRule::oneOf).orElseGet(() -> ValueRule.classIndex(classifier.numClasses()));
        new RowScan().column(label, rule).requireGood(rows);
    }

    /**
     * Rows with the predicted class and its probability; columns that a text cannot hold, such as vectors, are left
     * out.
     *
     * @throws BadDataException if a column of features is missing
     */
    public Dataset<Row> predictions(Dataset<Row> rows) {
        Dataset<Row> predicted = transform(ColumnNames.withPlainNames(rows), false, false);
        String probability = classifier.getProbabilityCol();
        Column predictedClass = ColumnNames.column(predicted, classifier.getPredictionCol());
        List<Column> columns = new ArrayList<>();
        for (StructField field : rows.schema().fields()) {
            if (isText(field.dataType())) {
                columns.add(ColumnNames.column(predicted, ColumnNames.plain(field.name()))
                        .as(field.name()));
            }
        }
        columns.add(ColumnNames.column(predicted, predictionColumn()));
        columns.add(functions
                .element_at(
                        vector_to_array(ColumnNames.column(predicted, probability), "float64"),
                        predictedClass.cast("int").plus(1))
                .as(probability));
        return predicted.select(columns.toArray(Column[]::new));
    }

    /**
     * Looks for what made predicting fail.
     *
     * @throws BadDataException naming the column and the value, if it was one
     */
    public void explain(Dataset<Row> rows) {
        new RowScan().features(features(), ValueRule.finiteFloat()).requireGood(ColumnNames.withPlainNames(rows));
    }

    private void requireRoom(StructType schema) {
        for (Transformer stage : pipeline.stages()) {
            if (stage instanceof HasOutputCol adding
                    && ColumnNames.contains(schema, adding.getOutputCol())
                    && !(stage instanceof StringIndexerModel)) {
                throw new BadDataException("The data already has a column '" + adding.getOutputCol()
                        + "', which the model would add. Choose another name for it.");
            }
        }
    }

    private static boolean isText(DataType type) {
        return type instanceof NumericType
                || type instanceof StringType
                || type instanceof BooleanType
                || type instanceof DateType
                || type instanceof TimestampType;
    }

    private <T extends Transformer> Optional<T> stage(Class<T> type) {
        return Arrays.stream(pipeline.stages())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
