package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** The column of features: a vector, array<float> or array<double>. */
public interface HasFeaturesCol<S> extends FluentParams<S> {

    default Param<String> featuresCol() {
        return new Param<>(this, "featuresCol", "the column of features: a vector, array<float> or array<double>");
    }

    default String getFeaturesCol() {
        return getOrDefault(featuresCol());
    }

    default S setFeaturesCol(String value) {
        set(featuresCol(), value);
        return self();
    }
}
