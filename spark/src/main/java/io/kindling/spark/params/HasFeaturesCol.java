package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** The column of features of a network with one input: a vector, a number or an array of numbers, nested or not. */
public interface HasFeaturesCol<S> extends FluentParams<S> {

    default Param<String> featuresCol() {
        return new Param<>(
                this,
                "featuresCol",
                "the column of features of a network with one input: a vector, a number or an array of numbers");
    }

    default String getFeaturesCol() {
        return getOrDefault(featuresCol());
    }

    default S setFeaturesCol(String value) {
        set(featuresCol(), value);
        return self();
    }
}
