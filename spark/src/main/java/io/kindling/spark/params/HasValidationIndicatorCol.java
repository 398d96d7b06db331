package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** The column that is true for rows to validate with; all rows are trained on if it is not set. */
public interface HasValidationIndicatorCol<S> extends FluentParams<S> {

    default Param<String> validationIndicatorCol() {
        return new Param<>(
                this,
                "validationIndicatorCol",
                "the column that is true for rows to validate with, which are not trained on");
    }

    default String getValidationIndicatorCol() {
        return getOrDefault(validationIndicatorCol());
    }

    default S setValidationIndicatorCol(String value) {
        set(validationIndicatorCol(), value);
        return self();
    }
}
