package io.kindling.cluster.report;

import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How well a model does on some rows.
 *
 * @param accuracy the share of rows whose class it predicts
 * @param loss the mean log loss: {@code -log(p)} of the true class
 * @param rows how many there were
 */
public record Metrics(double accuracy, double loss, long rows) {

    /** Measures predictions. */
    public static Metrics of(Dataset<Row> predictions, String label, String prediction, String probability) {
        Dataset<Row> needed =
                predictions.select(predictions.col(label), predictions.col(prediction), predictions.col(probability));
        needed.persist();
        try {
            MulticlassClassificationEvaluator evaluator = new MulticlassClassificationEvaluator()
                    .setLabelCol(label)
                    .setPredictionCol(prediction)
                    .setProbabilityCol(probability);
            return new Metrics(
                    evaluator.setMetricName("accuracy").evaluate(needed),
                    evaluator.setMetricName("logLoss").evaluate(needed),
                    needed.count());
        } finally {
            needed.unpersist();
        }
    }
}
