package io.kindling.spark.params;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.ParamValidators;

/** The probability above which the answer is yes. */
public interface HasThreshold<S> extends FluentParams<S> {

    default DoubleParam threshold() {
        return new DoubleParam(
                this,
                "threshold",
                "the probability above which the answer is yes, in [0, 1]",
                ParamValidators.inRange(0, 1));
    }

    default double getThreshold() {
        return (double) getOrDefault(threshold());
    }

    default S setThreshold(double value) {
        set(threshold(), value);
        return self();
    }
}
