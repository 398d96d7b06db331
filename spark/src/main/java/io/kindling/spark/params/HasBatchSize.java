package io.kindling.spark.params;

import org.apache.spark.ml.param.IntParam;

/** Examples per step on each worker; where it is not set 32, with more than 16 workers 512 / workers, at least 8. */
public interface HasBatchSize<S> extends FluentParams<S> {

    default IntParam batchSize() {
        return new PositiveIntParam(
                this,
                "batchSize",
                "examples per step on each worker; where not set 32, with more than 16 workers 512 / workers, at least 8");
    }

    default int getBatchSize() {
        return (int) getOrDefault(batchSize());
    }

    default S setBatchSize(int value) {
        set(batchSize(), value);
        return self();
    }
}
