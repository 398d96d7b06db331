package io.kindling.cluster.model;

import io.kindling.cluster.data.ColumnNames;
import io.kindling.cluster.data.Features;
import io.kindling.cluster.data.Labels;
import io.kindling.cluster.data.RowScan;
import io.kindling.cluster.data.ValueRule;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.data.BadDataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkException;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.IndexToString;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Fits a classifier together with the stages it needs around it: labels to indices, columns to a vector, a common
 * scale, indices back to labels.
 */
public final class PipelineTrainer {
    private final NeuralNetworkClassifier classifier;
    private final Features features;
    private final String label;
    private final boolean standardize;

    /**
     * A trainer.
     *
     * @param classifier whose columns are not yet set
     * @param standardize whether features are brought to mean 0 and deviation 1
     */
    public PipelineTrainer(NeuralNetworkClassifier classifier, Features features, String label, boolean standardize) {
        this.classifier = classifier;
        this.features = features;
        this.label = label;
        this.standardize = standardize;
    }

    /**
     * Trains.
     *
     * @throws BadDataException if a row cannot be used
     */
    public TrainedPipeline fit(Dataset<Row> rows) {
        try {
            return fitAll(rows);
        } catch (Exception failed) {
            if (failed instanceof BadDataException || failed instanceof SparkException) {
                explain(rows);
            }
            throw failed;
        }
    }

    /**
     * Refuses rows that could not be measured after training, before it starts.
     *
     * @throws BadDataException naming the column and the value
     */
    public void requireMeasurable(Dataset<Row> rows) {
        features.requireIn(rows.schema());
        Labels.requireIn(rows.schema(), label);
        new RowScan()
                .column(label, ValueRule.present())
                .features(features, ValueRule.finite())
                .requireGood(rows);
    }

    /** Names the column as the file does, which the vector of features no longer can. */
    private void explain(Dataset<Row> rows) {
        new RowScan()
                .column(label, ValueRule.present())
                .features(features, ValueRule.finiteFloat())
                .requireGood(rows);
    }

    private TrainedPipeline fitAll(Dataset<Row> rows) {
        StructType schema = rows.schema();
        List<PipelineStage> stages = new ArrayList<>();
        Optional<StringIndexerModel> indexer = indexer(rows);
        indexer.ifPresent(stages::add);
        String vector = features.columns().get(0);
        if (!features.areVector(schema)) {
            vector = ColumnNames.unused(schema, "features");
            stages.add(new VectorAssembler()
                    .setInputCols(
                            features.columns().stream().map(ColumnNames::quoted).toArray(String[]::new))
                    .setOutputCol(vector)
                    .setHandleInvalid("keep"));
        }
        if (standardize) {
            String scaled = ColumnNames.unused(schema, "standardizedFeatures");
            stages.add(new StandardScaler()
                    .setWithMean(true)
                    .setWithStd(true)
                    .setInputCol(vector)
                    .setOutputCol(scaled));
            vector = scaled;
        }
        stages.add(classifier
                .setFeaturesCol(vector)
                .setLabelCol(indexer.map(StringIndexerModel::getOutputCol).orElse(label))
                .setPredictionCol(ColumnNames.unused(schema, "prediction"))
                .setProbabilityCol(ColumnNames.unused(schema, "probability"))
                .setRawPredictionCol(ColumnNames.unused(schema, "rawPrediction")));
        indexer.ifPresent(names -> stages.add(new IndexToString()
                .setInputCol(classifier.getPredictionCol())
                .setOutputCol(ColumnNames.unused(schema, "predictedLabel"))
                .setLabels(names.labelsArray()[0])));
        return new TrainedPipeline(
                new Pipeline().setStages(stages.toArray(PipelineStage[]::new)).fit(rows));
    }

    /** Numbers the labels in the order of the alphabet, if they are texts. */
    private Optional<StringIndexerModel> indexer(Dataset<Row> rows) {
        if (Labels.areNumbers(rows.schema(), label)) {
            return Optional.empty();
        }
        StringIndexerModel indexer = new StringIndexer()
                .setInputCol(ColumnNames.quoted(label))
                .setOutputCol(ColumnNames.unused(rows.schema(), "labelIndex"))
                .setStringOrderType("alphabetAsc")
                .fit(rows);
        String[] labels = indexer.labelsArray()[0];
        if (labels.length < 2) {
            throw new BadDataException(
                    "The column '" + label + "' needs at least two different labels to tell apart. Received: "
                            + Arrays.toString(labels) + ".");
        }
        return Optional.of(indexer);
    }
}
