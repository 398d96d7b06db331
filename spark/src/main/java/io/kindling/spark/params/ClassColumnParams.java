package io.kindling.spark.params;

import io.kindling.errors.KindlingException;
import io.kindling.spark.inference.ClassAttributes;
import io.kindling.spark.inference.ClassColumns;
import io.kindling.spark.inference.OutputColumns;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.Param;

/**
 * The params that say what a classifier adds to a row.
 *
 * @param <S> the stage
 */
public interface ClassColumnParams<S> extends HasPredictionCol<S>, HasProbabilityCol<S>, HasThreshold<S> {

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

    /**
     * One per class, as one of the params says; none, if neither is set. A threshold t of the second of two classes is as
     * thresholds 1 - t and t.
     *
     * @throws KindlingException if both are set
     */
    default double[] allThresholds() {
        if (!isDefined(threshold())) {
            return isDefined(thresholds()) ? getThresholds() : new double[0];
        }
        if (isDefined(thresholds())) {
            throw new KindlingException(
                    "threshold and thresholds both say when a class is predicted; only one can be set.");
        }
        return new double[] {1 - getThreshold(), getThreshold()};
    }

    /** The columns for a network with so many outputs. */
    default OutputColumns outputColumns(int outputs, ClassAttributes attributes) {
        return new ClassColumns(
                outputs, getRawPredictionCol(), getProbabilityCol(), getPredictionCol(), allThresholds(), attributes);
    }
}
