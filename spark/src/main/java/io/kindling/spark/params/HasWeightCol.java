package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** The column of weights, one factor per row; all rows count alike if it is not set. */
public interface HasWeightCol<S> extends FluentParams<S> {

    default Param<String> weightCol() {
        return new Param<>(
                this, "weightCol", "the column of weights, one factor per row; all rows count alike if it is not set");
    }

    default String getWeightCol() {
        return getOrDefault(weightCol());
    }

    default S setWeightCol(String value) {
        set(weightCol(), value);
        return self();
    }
}
