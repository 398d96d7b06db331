package io.kindling.spark.params;

import org.apache.spark.ml.param.BooleanParam;

/** Whether the model is that of the epoch with the best validation, not of the last. */
public interface HasRestoreBestWeights<S> extends FluentParams<S> {

    default BooleanParam restoreBestWeights() {
        return new BooleanParam(
                this,
                "restoreBestWeights",
                "whether the model is that of the epoch with the best validation, not of the last");
    }

    default boolean getRestoreBestWeights() {
        return (boolean) getOrDefault(restoreBestWeights());
    }

    default S setRestoreBestWeights(boolean value) {
        set(restoreBestWeights(), value);
        return self();
    }
}
