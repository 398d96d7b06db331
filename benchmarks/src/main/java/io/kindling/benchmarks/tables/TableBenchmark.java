package io.kindling.benchmarks.tables;

import io.kindling.benchmarks.timing.Stopwatch;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.NeuralNetworkRegressor;
import io.kindling.spark.params.TrainingParams;
import io.kindling.spark.tables.TableEncoder;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits Kindling with nothing set but the seed, and MLlib's models, and prints how each does on the test rows. */
final class TableBenchmark {
    private final PrintStream out;
    private final long seed;
    private final OptionalInt workers;
    private final boolean onlyKindling;

    TableBenchmark(PrintStream out, long seed, OptionalInt workers, boolean onlyKindling) {
        this.out = out;
        this.seed = seed;
        this.workers = workers;
        this.onlyKindling = onlyKindling;
    }

    void head() {
        out.println("| table | rows | measure | model | test | accuracy or R² | seconds |");
        out.println("| --- | --- | --- | --- | --- | --- | --- |");
    }

    void run(SplitTable table) {
        measure(table, "Kindling", kindling(table));
        if (!onlyKindling) {
            for (Map.Entry<String, Pipeline> model : MllibModels.of(table).entrySet()) {
                measure(table, "MLlib " + model.getKey(), model.getValue());
            }
        }
    }

    private Pipeline kindling(SplitTable table) {
        TableEncoder encoder = new TableEncoder().setIgnoredCols(SplitTable.LABEL);
        return new Pipeline().setStages(new PipelineStage[] {
            encoder, table.isRegression() ? set(new NeuralNetworkRegressor()) : set(new NeuralNetworkClassifier())
        });
    }

    private <S extends TrainingParams<S>> S set(S estimator) {
        workers.ifPresent(estimator::setNumWorkers);
        return estimator.setSeed(seed);
    }

    private void measure(SplitTable table, String name, Pipeline pipeline) {
        Stopwatch watch = Stopwatch.started();
        PipelineModel model = pipeline.fit(table.training());
        double seconds = watch.seconds();
        Dataset<Row> predicted = model.transform(table.test()).cache();
        double error = table.isRegression() ? regression(predicted, "rmse") : classification(predicted, "logLoss");
        double share = table.isRegression() ? regression(predicted, "r2") : classification(predicted, "accuracy");
        out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s | %.5f | %.4f | %.1f |%n",
                table.name(),
                table.training().count(),
                table.isRegression() ? "RMSE" : "log loss",
                name,
                error,
                share,
                seconds);
        predicted.unpersist();
    }

    private static double classification(Dataset<Row> predicted, String metric) {
        return new MulticlassClassificationEvaluator().setMetricName(metric).evaluate(predicted);
    }

    private static double regression(Dataset<Row> predicted, String metric) {
        return new RegressionEvaluator().setMetricName(metric).evaluate(predicted);
    }
}
