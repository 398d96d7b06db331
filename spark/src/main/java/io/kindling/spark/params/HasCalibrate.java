package io.kindling.spark.params;

import org.apache.spark.ml.param.BooleanParam;

/** Whether probabilities are made as certain as they are right, on the rows kept for validation. */
public interface HasCalibrate<S> extends FluentParams<S> {

    default BooleanParam calibrate() {
        return new BooleanParam(
                this,
                "calibrate",
                "whether a last layer makes probabilities as certain as they are right on the rows kept for validation");
    }

    default boolean getCalibrate() {
        return (boolean) getOrDefault(calibrate());
    }

    default S setCalibrate(boolean value) {
        set(calibrate(), value);
        return self();
    }
}
