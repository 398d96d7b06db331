package io.kindling.spark.params;

import org.apache.spark.ml.param.IntParam;

/** Examples per step on each worker. */
public interface HasBatchSize<S> extends FluentParams<S> {

    default IntParam batchSize() {
        return new PositiveIntParam(this, "batchSize", "examples per step on each worker");
    }

    default int getBatchSize() {
        return (int) getOrDefault(batchSize());
    }

    default S setBatchSize(int value) {
        set(batchSize(), value);
        return self();
    }
}
