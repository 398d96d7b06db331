package io.kindling.spark.params;

import org.apache.spark.ml.param.DoubleArrayParam;

/** One per class: the class with the largest probability divided by its threshold is predicted. */
public interface HasThresholds<S> extends FluentParams<S> {

    default DoubleArrayParam thresholds() {
        return new DoubleArrayParam(
                this,
                "thresholds",
                "one per class: the class with the largest probability divided by its threshold is predicted");
    }

    default double[] getThresholds() {
        return getOrDefault(thresholds());
    }

    default S setThresholds(double[] value) {
        set(thresholds(), value);
        return self();
    }
}
