package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** The column for the predicted class or value. */
public interface HasPredictionCol<S> extends FluentParams<S> {

    default Param<String> predictionCol() {
        return new Param<>(this, "predictionCol", "the column for the predicted class or value");
    }

    default String getPredictionCol() {
        return getOrDefault(predictionCol());
    }

    default S setPredictionCol(String value) {
        set(predictionCol(), value);
        return self();
    }
}
