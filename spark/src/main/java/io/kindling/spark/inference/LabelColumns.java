package io.kindling.spark.inference;

import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.types.StructField;

/** The columns of a model that says yes or no for each of several labels: probabilities, and 1 or 0 for each. */
public final class LabelColumns implements OutputColumns {
    private static final long serialVersionUID = 1;

    private final int outputs;
    private final String probability;
    private final String prediction;
    private final double threshold;
    private final ClassAttributes attributes;

    /**
     * Names the columns.
     *
     * @param threshold the probability above which a label is predicted
     * @param attributes what the columns say of the labels
     */
    public LabelColumns(
            int outputs, String probability, String prediction, double threshold, ClassAttributes attributes) {
        this.outputs = outputs;
        this.probability = probability;
        this.prediction = prediction;
        this.threshold = threshold;
        this.attributes = attributes;
    }

    @Override
    public List<StructField> fields() {
        return List.of(
                new StructField(probability, SQLDataTypes.VectorType(), false, attributes.ofVector(probability)),
                new StructField(prediction, SQLDataTypes.VectorType(), false, attributes.ofVector(prediction)));
    }

    @Override
    public void write(float[] values, float[] logits, int start, Object[] target, int at) {
        double[] probabilities = new double[outputs];
        double[] predicted = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            probabilities[i] = values[start + i];
            predicted[i] = probabilities[i] > threshold ? 1 : 0;
        }
        target[at] = Vectors.dense(probabilities);
        target[at + 1] = Vectors.dense(predicted);
    }
}
