package io.kindling.cluster.report;

import io.kindling.text.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * How well a model tells classes apart.
 *
 * @param loss the mean log loss: {@code -log(p)} of the true class
 * @param labels the names of the classes
 * @param confusion how many rows of each class, in rows, were taken for each class, in columns
 * @param aucs for each class, the area under the curve of its true by its false positives, all others being one class; none,
 *     if that was not asked for
 */
public record ClassMeasures(double loss, List<String> labels, long[][] confusion, List<Double> aucs)
        implements Measures {
    /** Each takes a pass of its own. */
    private static final int MOST_AUCS = 100;

    private static final int MOST_SHOWN = 20;
    private static final int WIDEST = 20;

    /**
     * Measures predictions.
     *
     * @param columns of a label, a prediction and the probabilities
     * @param detailed whether each class is measured by itself, too
     */
    public static ClassMeasures of(
            Dataset<Row> predictions, List<String> columns, List<String> labels, boolean detailed) {
        Dataset<Row> needed = predictions.select(
                predictions.col(columns.get(0)), predictions.col(columns.get(1)), predictions.col(columns.get(2)));
        needed.persist();
        try {
            double loss = new MulticlassClassificationEvaluator()
                    .setLabelCol(columns.get(0))
                    .setPredictionCol(columns.get(1))
                    .setProbabilityCol(columns.get(2))
                    .setMetricName("logLoss")
                    .evaluate(needed);
            boolean measured = detailed && labels.size() <= MOST_AUCS;
            return new ClassMeasures(
                    loss,
                    List.copyOf(labels),
                    confusion(needed, labels.size()),
                    measured ? aucs(needed, labels.size()) : List.of());
        } finally {
            needed.unpersist();
        }
    }

    /** MLlib's own leaves out what was taken for a class that no row is of. */
    private static long[][] confusion(Dataset<Row> needed, int classes) {
        String[] columns = needed.columns();
        long[][] confusion = new long[classes][classes];
        for (Row row : needed.groupBy(columns[0], columns[1]).count().collectAsList()) {
            confusion[(int) row.getDouble(0)][(int) row.getDouble(1)] += row.getLong(2);
        }
        return confusion;
    }

    private static List<Double> aucs(Dataset<Row> needed, int classes) {
        List<Double> aucs = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            int one = i;
            JavaRDD<Tuple2<Object, Object>> scores = needed.javaRDD()
                    .map(row -> new Tuple2<>(row.<Vector>getAs(2).apply(one), row.getDouble(0) == one ? 1.0 : 0.0));
            aucs.add(new BinaryClassificationMetrics(scores.rdd(), 0).areaUnderROC());
        }
        return aucs;
    }

    @Override
    public long rows() {
        return LongStream.range(0, labels.size())
                .map(i -> LongStream.of(confusion[(int) i]).sum())
                .sum();
    }

    /** The share of rows whose class is predicted. */
    public double accuracy() {
        long right = 0;
        for (int i = 0; i < labels.size(); i++) {
            right += confusion[i][i];
        }
        return right / (double) rows();
    }

    private long rowsOf(int label) {
        return LongStream.of(confusion[label]).sum();
    }

    private long takenFor(int label) {
        long taken = 0;
        for (long[] row : confusion) {
            taken += row[label];
        }
        return taken;
    }

    /** Of the rows taken for a class, the share that is of it; 0 if none was. */
    double precision(int label) {
        return confusion[label][label] / (double) Math.max(1, takenFor(label));
    }

    /** Of the rows of a class, the share that was taken for it; 0 if there is none. */
    double recall(int label) {
        return confusion[label][label] / (double) Math.max(1, rowsOf(label));
    }

    /** The harmonic mean of precision and recall. */
    double f1(int label) {
        return 2.0 * confusion[label][label] / Math.max(1, rowsOf(label) + takenFor(label));
    }

    @Override
    public String summary() {
        return String.format(Locale.ROOT, "accuracy %.4f, loss %.4f", accuracy(), loss);
    }

    @Override
    public List<String> details() {
        List<String> lines = new ArrayList<>();
        if (labels.size() <= MOST_SHOWN) {
            lines.add("Rows of each class by the class they are taken for:");
            int width = Math.max(
                    6,
                    labels.stream().mapToInt(label -> cut(label).length()).max().orElse(0));
            StringBuilder head = new StringBuilder(" ".repeat(width + 2));
            labels.forEach(label -> head.append(right(cut(label), width + 1)));
            lines.add(head.toString());
            for (int i = 0; i < labels.size(); i++) {
                StringBuilder line = new StringBuilder("  " + left(cut(labels.get(i)), width));
                for (long count : confusion[i]) {
                    line.append(right(Long.toString(count), width + 1));
                }
                lines.add(line.toString());
            }
        }
        lines.add("  " + left("class", WIDEST) + "     rows  precision  recall      F1     AUC");
        for (int i = 0; i < labels.size(); i++) {
            lines.add("  " + left(cut(labels.get(i)), WIDEST)
                    + String.format(
                            Locale.ROOT,
                            "%9d %10.4f %7.4f %7.4f %7s",
                            rowsOf(i),
                            precision(i),
                            recall(i),
                            f1(i),
                            auc(i).map(auc -> String.format(Locale.ROOT, "%.4f", auc))
                                    .orElse("-")));
        }
        return lines;
    }

    /** Empty where all rows are of the class, or none is. */
    private Optional<Double> auc(int label) {
        boolean defined = label < aucs.size() && rowsOf(label) > 0 && rowsOf(label) < rows();
        return defined ? Optional.of(aucs.get(label)) : Optional.empty();
    }

    private static String cut(String label) {
        return Excerpt.of(label, WIDEST);
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    @Override
    public Result summary(Result result) {
        return result.put("accuracy", accuracy()).put("loss", loss);
    }

    @Override
    public Result details(Result result) {
        List<Map<String, Object>> classes = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("label", labels.get(i));
            figures.put("rows", rowsOf(i));
            figures.put("precision", precision(i));
            figures.put("recall", recall(i));
            figures.put("f1", f1(i));
            figures.put("auc", auc(i).orElse(null));
            classes.add(figures);
        }
        result.put("classes", classes);
        return labels.size() <= MOST_AUCS ? result.put("confusion", confusion) : result;
    }
}
