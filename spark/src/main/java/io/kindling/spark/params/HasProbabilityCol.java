package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** The column for the probability of each class. */
public interface HasProbabilityCol<S> extends FluentParams<S> {

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
}
