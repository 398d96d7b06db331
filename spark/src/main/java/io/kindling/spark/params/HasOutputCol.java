package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** The column that is added. */
public interface HasOutputCol<S> extends FluentParams<S> {

    default Param<String> outputCol() {
        return new Param<>(this, "outputCol", "the column that is added");
    }

    default String getOutputCol() {
        return getOrDefault(outputCol());
    }

    default S setOutputCol(String value) {
        set(outputCol(), value);
        return self();
    }
}
