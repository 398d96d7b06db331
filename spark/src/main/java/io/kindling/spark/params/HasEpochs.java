package io.kindling.spark.params;

import org.apache.spark.ml.param.IntParam;

/** Passes over the data. */
public interface HasEpochs<S> extends FluentParams<S> {

    default IntParam epochs() {
        return new PositiveIntParam(this, "epochs", "passes over the data");
    }

    default int getEpochs() {
        return (int) getOrDefault(epochs());
    }

    default S setEpochs(int value) {
        set(epochs(), value);
        return self();
    }
}
