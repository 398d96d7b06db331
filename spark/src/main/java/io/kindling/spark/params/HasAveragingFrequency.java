package io.kindling.spark.params;

import org.apache.spark.ml.param.IntParam;

/** Mini-batches each worker trains on between two averagings. */
public interface HasAveragingFrequency<S> extends FluentParams<S> {

    default IntParam averagingFrequency() {
        return new PositiveIntParam(
                this, "averagingFrequency", "mini-batches each worker trains on between two averagings");
    }

    default int getAveragingFrequency() {
        return (int) getOrDefault(averagingFrequency());
    }

    default S setAveragingFrequency(int value) {
        set(averagingFrequency(), value);
        return self();
    }
}
