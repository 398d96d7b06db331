package io.kindling.spark;

import io.kindling.spark.tables.TableEncoder;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.IndexToString;
import org.apache.spark.ml.feature.StringIndexer;

/**
 * Pipelines that are fitted on a table as it is: every column but the label is a feature, of whatever type.
 *
 * <pre>{@code
 * PipelineModel model = Tables.classifier("income").fit(table);
 * model.transform(others).select("predictedLabel", "probability");
 * }</pre>
 *
 * <p>They are MLlib's, so a {@code CrossValidator} takes them, and {@code getStages} gives the parts to set or to replace.
 */
public final class Tables {
    /** The column with the index of the label, which {@link #classifier} learns. */
    public static final String LABEL_INDEX = "labelIndex";

    /** The column with the label that is predicted, as it is in the table. */
    public static final String PREDICTED_LABEL = "predictedLabel";

    private Tables() {}

    /**
     * Tells classes apart: a {@code StringIndexer} of the label, in the order of the alphabet, a {@link TableEncoder}, a
     * {@link NeuralNetworkClassifier}, and an {@code IndexToString} that writes the predicted label into
     * {@value #PREDICTED_LABEL}. Rows without a label are refused in training; the column may be missing in prediction.
     *
     * @param label the column of labels, texts or numbers
     */
    public static Pipeline classifier(String label) {
        NeuralNetworkClassifier classifier = new NeuralNetworkClassifier().setLabelCol(LABEL_INDEX);
        return new Pipeline().setStages(new PipelineStage[] {
            new StringIndexer().setInputCol(label).setOutputCol(LABEL_INDEX).setStringOrderType("alphabetAsc"),
            new TableEncoder().setIgnoredCols(label, LABEL_INDEX),
            classifier,
            new IndexToString().setInputCol(classifier.getPredictionCol()).setOutputCol(PREDICTED_LABEL)
        });
    }

    /**
     * Predicts numbers: a {@link TableEncoder} and a {@link NeuralNetworkRegressor}, which adds {@code prediction}.
     *
     * @param label the column of numbers, or of vectors of them
     */
    public static Pipeline regressor(String label) {
        return new Pipeline().setStages(new PipelineStage[] {
            new TableEncoder().setIgnoredCols(label), new NeuralNetworkRegressor().setLabelCol(label)
        });
    }
}
