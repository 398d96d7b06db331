package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** The column of labels. */
public interface HasLabelCol<S> extends FluentParams<S> {

    default Param<String> labelCol() {
        return new Param<>(this, "labelCol", "the column of labels");
    }

    default String getLabelCol() {
        return getOrDefault(labelCol());
    }

    default S setLabelCol(String value) {
        set(labelCol(), value);
        return self();
    }
}
