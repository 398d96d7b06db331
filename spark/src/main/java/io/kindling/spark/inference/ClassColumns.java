package io.kindling.spark.inference;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** A classifier's columns: raw prediction, probabilities, predicted class; a column with an empty name is left out. */
public final class ClassColumns implements OutputColumns {
    private static final long serialVersionUID = 1;

    private final int outputs;
    private final String rawPrediction;
    private final String probability;
    private final String prediction;
    /** One per class, or none. */
    private final double[] thresholds;

    private final ClassAttributes attributes;

    /**
     * Names the columns.
     *
     * @param outputs of the network: one per class, or a single one that is the probability of class 1
     * @param thresholds one per class, or none at all
     * @param attributes what the columns say of the classes
     */
    public ClassColumns(
            int outputs,
            String rawPrediction,
            String probability,
            String prediction,
            double[] thresholds,
            ClassAttributes attributes) {
        this.outputs = outputs;
        this.rawPrediction = rawPrediction;
        this.probability = probability;
        this.prediction = prediction;
        this.thresholds = thresholds.clone();
        this.attributes = attributes;
    }

    @Override
    public List<StructField> fields() {
        List<StructField> fields = new ArrayList<>();
        if (!rawPrediction.isEmpty()) {
            fields.add(new StructField(
                    rawPrediction, SQLDataTypes.VectorType(), false, attributes.ofVector(rawPrediction)));
        }
        if (!probability.isEmpty()) {
            fields.add(
                    new StructField(probability, SQLDataTypes.VectorType(), false, attributes.ofVector(probability)));
        }
        if (!prediction.isEmpty()) {
            fields.add(new StructField(prediction, DataTypes.DoubleType, false, attributes.ofIndex(prediction)));
        }
        return fields;
    }

    @Override
    public void write(float[] values, float[] logits, int start, Object[] target, int at) {
        double[] probabilities = probabilities(values, start);
        int position = at;
        if (!rawPrediction.isEmpty()) {
            target[position++] = Vectors.dense(raw(logits, start));
        }
        if (!probability.isEmpty()) {
            target[position++] = Vectors.dense(probabilities);
        }
        if (!prediction.isEmpty()) {
            target[position] = (double) predicted(probabilities);
        }
    }

    private double[] raw(float[] logits, int start) {
        if (outputs == 1) {
            return new double[] {-logits[start], logits[start]};
        }
        double[] raw = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            raw[i] = logits[start + i];
        }
        return raw;
    }

    private double[] probabilities(float[] values, int start) {
        if (outputs == 1) {
            return new double[] {1.0 - values[start], values[start]};
        }
        double[] probabilities = new double[outputs];
        double sum = 0;
        for (int i = 0; i < outputs; i++) {
            probabilities[i] = values[start + i];
            sum += probabilities[i];
        }
        for (int i = 0; i < outputs && sum > 0; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    private int predicted(double[] probabilities) {
        int best = 0;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < probabilities.length; i++) {
            double score = thresholds.length == 0 ? probabilities[i] : probabilities[i] / thresholds[i];
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }
}
