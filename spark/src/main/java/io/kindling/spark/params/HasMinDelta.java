package io.kindling.spark.params;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.ParamValidators;

/** How much better an epoch must be to count as an improvement. */
public interface HasMinDelta<S> extends FluentParams<S> {

    default DoubleParam minDelta() {
        return new DoubleParam(
                this,
                "minDelta",
                "how much better an epoch must be to count as an improvement (>= 0)",
                ParamValidators.gtEq(0));
    }

    default double getMinDelta() {
        return (double) getOrDefault(minDelta());
    }

    default S setMinDelta(double value) {
        set(minDelta(), value);
        return self();
    }
}
