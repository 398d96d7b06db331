package io.kindling.benchmarks.transform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.benchmarks.digits.DigitNetwork;
import io.kindling.spark.NeuralNetworkClassifier;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;

/**
 * Rows per second of a fitted model's {@code transform}, beside MLlib's perceptron of the same layers, on the same
 * cached rows, dense and sparse; beside them what reading the rows takes, and the matrix products.
 *
 * <p>All that is added to the rows is computed and thrown away, by Spark's {@code noop} sink.
 */
final class TransformBenchmark {
    private static final String FEATURES = "features";
    private static final int WARM_UP_TURNS = 2;
    /** To fit models on whose accuracy does not matter. */
    private static final int FEW_ROWS = 100;

    private final PrintStream out;
    private final int turns;

    /**
     * A benchmark.
     *
     * @param turns that are measured, after two that are not
     */
    TransformBenchmark(PrintStream out, int turns) {
        this.out = out;
        this.turns = turns;
    }

    /**
     * Prints medians, then the same figures as one JSON object.
     *
     * @param rows with {@code features}, vectors, and {@code label}, a digit
     */
    void run(Dataset<Row> rows) {
        int[] layers = DigitNetwork.layers(rows.first().<Vector>getAs(FEATURES).size());
        Dataset<Row> few = rows.limit(FEW_ROWS).cache();
        Transformer kindling = new NeuralNetworkClassifier()
                .setNetwork(DigitNetwork.network())
                .setNumWorkers(1)
                .setEpochs(1)
                .fit(few);
        Transformer perceptron = new MultilayerPerceptronClassifier()
                .setLayers(layers)
                .setMaxIter(1)
                .setSeed(0)
                .fit(few);
        few.unpersist();
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("turns", turns);
        measure("dense", vectors(rows, vector -> vector.toDense()), kindling, perceptron, layers, json);
        measure("sparse", vectors(rows, vector -> vector.toSparse()), kindling, perceptron, layers, json);
        out.println(json);
    }

    /** The rows with vectors of one kind. */
    private static Dataset<Row> vectors(Dataset<Row> rows, UDF1<Vector, Vector> kind) {
        UserDefinedFunction convert = functions.udf(kind, SQLDataTypes.VectorType());
        return rows.withColumn(FEATURES, convert.apply(rows.col(FEATURES)));
    }

    private void measure(
            String kind,
            Dataset<Row> rows,
            Transformer kindling,
            Transformer perceptron,
            int[] layers,
            ObjectNode json) {
        Dataset<Row> cached = rows.cache();
        long count = cached.count();
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext());
        TransformTimes own = new TransformTimes("kindling", count, () -> consume(kindling.transform(cached)));
        TransformTimes other = new TransformTimes("perceptron", count, () -> consume(perceptron.transform(cached)));
        List<TransformTimes> all = List.of(
                own,
                other,
                new TransformTimes("reading alone", count, () -> consume(cached)),
                new TransformTimes("products alone", count, () -> ProductsOnly.run(context, count, layers)));
        for (int turn = -WARM_UP_TURNS; turn < turns; turn++) {
            if (turn == 0) {
                all.forEach(TransformTimes::forget);
            }
            all.forEach(TransformTimes::run);
        }
        cached.unpersist();
        double ratio = other.median() / own.median();
        out.printf(
                Locale.ROOT,
                "%,d rows of %s vectors, %d threads: medians of %d turns%n",
                count,
                kind,
                context.defaultParallelism(),
                turns);
        all.forEach(each -> out.println(each.line()));
        out.printf(Locale.ROOT, "  rows per second of kindling by the perceptron's: %.2f%n", ratio);
        ObjectNode figures = json.putObject(kind);
        figures.put("rows", count);
        all.forEach(each -> each.addTo(figures));
        figures.put("by_perceptron", ratio);
    }

    private static void consume(Dataset<Row> rows) {
        rows.write().format("noop").mode(SaveMode.Overwrite).save();
    }
}
