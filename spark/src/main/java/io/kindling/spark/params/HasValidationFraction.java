package io.kindling.spark.params;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.ParamValidators;

/** The share of the rows to validate with; all rows are trained on if it is not set. */
public interface HasValidationFraction<S> extends FluentParams<S> {

    default DoubleParam validationFraction() {
        return new DoubleParam(
                this,
                "validationFraction",
                "the share of the rows, drawn by the seed, to validate with",
                ParamValidators.inRange(0, 1, false, false));
    }

    default double getValidationFraction() {
        return (double) getOrDefault(validationFraction());
    }

    default S setValidationFraction(double value) {
        set(validationFraction(), value);
        return self();
    }
}
