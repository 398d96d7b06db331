package io.kindling.spark.params;

import io.kindling.spark.inference.ClassColumns;
import io.kindling.spark.inference.OutputColumns;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.Param;

/**
 * The params that say what a classifier adds to a row.
 *
 * @param <S> the stage
 */
public interface ClassColumnParams<S> extends HasPredictionCol<S> {

    /** The column for the probability of each class. */
    default Param<String> probabilityCol() {
        return new Param<>(this, "probabilityCol", "the column for the probability of each class");
    }

    default String getProbabilityCol() {
        return getOrDefault(probabilityCol());
    }

    default S setProbabilityCol(String value) {
        set(probabilityCol(), value);
        return self();
    }

    /** The column for the outputs before the last activation. */
    default Param<String> rawPredictionCol() {
        return new Param<>(this, "rawPredictionCol", "the column for the outputs before the last activation");
    }

    default String getRawPredictionCol() {
        return getOrDefault(rawPredictionCol());
    }

    default S setRawPredictionCol(String value) {
        set(rawPredictionCol(), value);
        return self();
    }

    /** One per class: the class with the largest probability divided by its threshold is predicted. */
    default DoubleArrayParam thresholds() {
        return new DoubleArrayParam(
                this,
                "thresholds",
                "one per class: the class with the largest probability divided by its threshold is predicted");
    }

    default double[] getThresholds() {
        return getOrDefault(thresholds());
    }

    default S setThresholds(double[] value) {
        set(thresholds(), value);
        return self();
    }

    /** The columns for a network with so many outputs. */
    default OutputColumns outputColumns(int outputs) {
        return new ClassColumns(
                outputs,
                getRawPredictionCol(),
                getProbabilityCol(),
                getPredictionCol(),
                isDefined(thresholds()) ? getThresholds() : new double[0]);
    }
}
