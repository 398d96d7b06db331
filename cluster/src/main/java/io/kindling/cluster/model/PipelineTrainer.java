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
    private final Dataset<Row> rows;
    private final NeuralNetworkClassifier classifier;
    private final Features features;
    private final String label;
    private final boolean standardize;
    private final Optional<StringIndexerModel> indexer;

    private PipelineTrainer(
            Dataset<Row> rows,
            NeuralNetworkClassifier classifier,
            Features features,
            String label,
            boolean standardize,
            Optional<StringIndexerModel> indexer) {
        this.rows = rows;
        this.classifier = classifier;
        this.features = features;
        this.label = label;
        this.standardize = standardize;
        this.indexer = indexer;
    }

    /**
     * Gets ready to train; labels that are texts are numbered in the order of the alphabet.
     *
     * @param classifier whose columns are not yet set
     * @param standardize whether features are brought to mean 0 and deviation 1
     * @throws BadDataException if there are no two labels
     */
    public static PipelineTrainer prepare(
            Dataset<Row> rows,
            NeuralNetworkClassifier classifier,
            Features features,
            String label,
            boolean standardize) {
        if (Labels.areNumbers(rows.schema(), label)) {
            return new PipelineTrainer(rows, classifier, features, label, standardize, Optional.empty());
        }
        Dataset<Row> plain = ColumnNames.withPlainNames(rows);
        StringIndexerModel indexer = new StringIndexer()
                .setInputCol(ColumnNames.plain(label))
                .setOutputCol(ColumnNames.unused(plain.schema(), "labelIndex"))
                .setStringOrderType("alphabetAsc")
                .fit(plain);
        String[] labels = indexer.labelsArray()[0];
        if (labels.length < 2) {
            throw new BadDataException("The column '" + label
                    + "' needs at least two different labels to tell apart. Received: " + Arrays.toString(labels)
                    + ".");
        }
        return new PipelineTrainer(rows, classifier, features, label, standardize, Optional.of(indexer));
    }

    /**
     * Refuses rows that could not be measured after training, before it starts.
     *
     * @throws BadDataException naming the column and the value
     */
    public void requireMeasurable(Dataset<Row> others) {
        features.requireIn(others.schema());
        Labels.requireIn(others.schema(), label);
        ValueRule rule = indexer.map(names -> ValueRule.oneOf(Arrays.asList(names.labelsArray()[0])))
                .orElseGet(ValueRule::present);
        new RowScan().column(label, rule).features(features, ValueRule.finite()).requireGood(others);
    }

    /**
     * Trains.
     *
     * @throws BadDataException if a row cannot be used
     */
    public TrainedPipeline fit() {
        try {
            Dataset<Row> plain = ColumnNames.withPlainNames(rows);
            return new TrainedPipeline(
                    new Pipeline().setStages(stages(plain.schema())).fit(plain));
        } catch (Exception failed) {
            if (failed instanceof BadDataException || failed instanceof SparkException) {
                explain();
            }
            throw failed;
        }
    }

    /** Names the column as the file does, which the vector of features no longer can. */
    private void explain() {
        new RowScan()
                .column(label, ValueRule.present())
                .features(features, ValueRule.finiteFloat())
                .requireGood(rows);
    }

    private PipelineStage[] stages(StructType schema) {
        List<PipelineStage> stages = new ArrayList<>();
        indexer.ifPresent(stages::add);
        String[] columns = features.columns().stream().map(ColumnNames::plain).toArray(String[]::new);
        String vector = columns[0];
        if (!features.areVector(rows.schema())) {
            vector = ColumnNames.unused(schema, "features");
            stages.add(new VectorAssembler()
                    .setInputCols(columns)
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
                .setLabelCol(indexer.map(StringIndexerModel::getOutputCol).orElse(ColumnNames.plain(label)))
                .setPredictionCol(ColumnNames.unused(schema, "prediction"))
                .setProbabilityCol(ColumnNames.unused(schema, "probability"))
                .setRawPredictionCol(ColumnNames.unused(schema, "rawPrediction")));
        indexer.ifPresent(names -> stages.add(new IndexToString()
                .setInputCol(classifier.getPredictionCol())
                .setOutputCol(ColumnNames.unused(schema, "predictedLabel"))
                .setLabels(names.labelsArray()[0])));
        return stages.toArray(PipelineStage[]::new);
    }
}
