package io.kindling.spark.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A factor on the weight of every row, by the class that is its label. */
public final class ClassWeights implements Serializable {
    /** All classes count alike. */
    public static final ClassWeights NONE = new ClassWeights(new double[0]);

    private static final long serialVersionUID = 1;

    /** Labels from this on are a mistake, of which reading the rows tells. */
    private static final int MOST_CLASSES = 1 << 20;

    /** One per class; none, if all count alike. */
    private final double[] weights;

    private ClassWeights(double[] weights) {
        this.weights = weights;
    }

    /** One factor per class, by its index. */
    public static ClassWeights of(double[] weights) {
        return new ClassWeights(weights.clone());
    }

    /** Factors by which all classes count alike in all: rows / (classes · rows of the class). */
    public static ClassWeights balanced(Dataset<?> rows, String label) {
        List<Row> counts = rows.select(RowColumns.exactly(label).cast("double").as("label"))
                .groupBy("label")
                .count()
                .filter("label >= 0 and label = floor(label) and label < " + MOST_CLASSES)
                .collectAsList();
        int largest =
                counts.stream().mapToInt(row -> (int) row.getDouble(0)).max().orElse(0);
        double all = counts.stream().mapToLong(row -> row.getLong(1)).sum();
        double[] weights = new double[largest + 1];
        Arrays.fill(weights, 1);
        counts.forEach(row -> weights[(int) row.getDouble(0)] = all / ((double) counts.size() * row.getLong(1)));
        return new ClassWeights(weights);
    }

    boolean areSet() {
        return weights.length > 0;
    }

    /** The factor for a valid label; 1 for a class without one, which is reported when all labels are known. */
    double weight(float label) {
        return areSet() && label < weights.length ? weights[(int) label] : 1;
    }
}
