package io.kindling.cluster.model;

import io.kindling.cluster.data.ColumnNames;
import io.kindling.cluster.data.LabelCounts;
import io.kindling.cluster.data.Labels;
import io.kindling.cluster.data.Passing;
import io.kindling.cluster.data.Pick;
import io.kindling.cluster.data.RowScan;
import io.kindling.cluster.data.Table;
import io.kindling.cluster.data.ValueRule;
import io.kindling.spark.NetworkEstimator;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.mllib.SparkMl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.SparkException;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.IndexToString;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Fits a network together with the stages it needs around it: labels to indices, columns to a vector, indices back to
 * labels.
 */
public final class PipelineTrainer {
    private final Selection selection;
    private final NetworkEstimator<?, ?> estimator;
    private final boolean encode;
    private final boolean standardize;
    private final Consumer<String> notices;

    /**
     * Gets ready to train.
     *
     * @param estimator whose columns are not yet set
     * @param encode whether columns of any type are encoded; else they must be numbers
     * @param standardize whether columns that are not encoded are brought to mean 0 and deviation 1
     * @param notices told what a person should know
     */
    public PipelineTrainer(
            Selection selection,
            NetworkEstimator<?, ?> estimator,
            boolean encode,
            boolean standardize,
            Consumer<String> notices) {
        this.selection = selection;
        this.estimator = estimator;
        this.encode = encode;
        this.standardize = standardize;
        this.notices = notices;
    }

    /**
     * Refuses rows that could not be measured after training, before it starts.
     *
     * @throws BadDataException naming the column and the value
     */
    public void requireMeasurable(Table others) {
        List<Pick> picks = selection.known(Set.of(selection.names())).picks(others);
        String column = selection.target().column();
        Labels.requireIn(others.schema(), column);
        selection.target().requireComparable(LabelCounts.of(others, column));
        if (!encode) {
            RowScan scan = new RowScan();
            picks.forEach(pick -> scan.column(pick.name(), pick.column(), ValueRule.finite()));
            scan.requireGood(others.rows(picks, Passing.NONE));
        }
    }

    /**
     * Trains.
     *
     * @throws BadDataException if a row cannot be used
     */
    public TrainedPipeline fit(Dataset<Row> rows) {
        try {
            FeatureStages features = new FeatureStages(rows, selection, encode, standardize, notices);
            return new TrainedPipeline(
                    SparkMl.pipeline(Identifiable.randomUID("pipeline"), stages(rows, features)),
                    selection.known(features.learned()));
        } catch (Exception failed) {
            if (!encode && (failed instanceof BadDataException || failed instanceof SparkException)) {
                explain(rows);
            }
            throw failed;
        }
    }

    /** Names the column as the file does, which the vector of features no longer can. */
    private void explain(Dataset<Row> rows) {
        RowScan scan = new RowScan();
        selection.features().forEach(pick -> scan.column(pick.name(), pick.column(), ValueRule.finiteFloat()));
        scan.requireGood(rows);
    }

    private List<Transformer> stages(Dataset<Row> rows, FeatureStages features) {
        StructType schema = rows.schema();
        String label = selection.label().name();
        List<Transformer> stages = new ArrayList<>();
        Optional<StringIndexerModel> indexer = indexer(schema, label);
        indexer.ifPresent(stages::add);
        stages.addAll(features.stages());
        String index = indexer.map(StringIndexerModel::getOutputCol).orElse(label);
        nameColumns(schema, features.vector(), index);
        // Without the others, of which there may be thousands.
        Dataset<Row> encoded = features.transform(rows);
        Dataset<Row> prepared = encoded.select(encoded.col(features.vector()), encoded.col(label));
        stages.add(estimator.fit(indexer.isPresent() ? indexer.get().transform(prepared) : prepared));
        indexer.ifPresent(names -> stages.add(new IndexToString()
                .setInputCol(estimator.getPredictionCol())
                .setOutputCol(ColumnNames.unused(schema, "predictedLabel"))
                .setLabels(names.labelsArray()[0])));
        return stages;
    }

    private Optional<StringIndexerModel> indexer(StructType schema, String label) {
        Target target = selection.target();
        if (!target.isClassification() || target.indexed()) {
            return Optional.empty();
        }
        String[] labels = target.labels().toArray(String[]::new);
        return Optional.of(new StringIndexerModel(Identifiable.randomUID("labels"), labels)
                .setInputCol(label)
                .setOutputCol(ColumnNames.unused(schema, "labelIndex")));
    }

    private void nameColumns(StructType schema, String vector, String label) {
        estimator.setFeaturesCol(vector);
        estimator.setLabelCol(label);
        estimator.setPredictionCol(ColumnNames.unused(schema, "prediction"));
        if (estimator instanceof NeuralNetworkClassifier classifier) {
            classifier
                    .setProbabilityCol(ColumnNames.unused(schema, "probability"))
                    .setRawPredictionCol(ColumnNames.unused(schema, "rawPrediction"));
        }
    }
}
