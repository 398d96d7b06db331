package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** The column for the outputs before the last activation. */
public interface HasRawPredictionCol<S> extends FluentParams<S> {

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
}
