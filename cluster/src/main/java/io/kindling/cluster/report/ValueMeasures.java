package io.kindling.cluster.report;

import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.mllib.evaluation.RegressionMetrics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How well a model predicts numbers.
 *
 * @param rmse the square root of the mean square of its errors
 * @param mae the mean of their sizes
 * @param r2 1 for no errors, 0 for those of the mean of all labels
 * @param rows how many there were
 */
public record ValueMeasures(double rmse, double mae, double r2, long rows) implements Measures {

    /** Measures predictions. */
    public static ValueMeasures of(Dataset<Row> predictions, String label, String prediction) {
        Dataset<Row> needed = predictions.select(predictions.col(label), predictions.col(prediction));
        needed.persist();
        try {
            RegressionMetrics metrics = new RegressionEvaluator()
                    .setLabelCol(label)
                    .setPredictionCol(prediction)
                    .getMetrics(needed);
            return new ValueMeasures(
                    metrics.rootMeanSquaredError(), metrics.meanAbsoluteError(), metrics.r2(), needed.count());
        } finally {
            needed.unpersist();
        }
    }

    @Override
    public String summary() {
        return String.format(Locale.ROOT, "RMSE %.4g, MAE %.4g, R² %.4f", rmse, mae, r2);
    }

    @Override
    public List<String> details() {
        return List.of();
    }

    @Override
    public Result summary(Result result) {
        return result.put("rmse", rmse).put("mae", mae).put("r2", r2);
    }

    @Override
    public Result details(Result result) {
        return result;
    }
}
