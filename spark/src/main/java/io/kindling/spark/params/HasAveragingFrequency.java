package io.kindling.spark.params;

import io.kindling.spark.training.AveragingFrequency;
import org.apache.spark.ml.param.Param;

/** After how many mini-batches of each worker the copies are averaged. */
public interface HasAveragingFrequency<S> extends FluentParams<S> {

    default Param<AveragingFrequency> averagingFrequency() {
        return new TextParam<>(
                this,
                "averagingFrequency",
                "mini-batches each worker trains on between two averagings: a number (>= 1), epoch or auto",
                AveragingFrequency::toString,
                AveragingFrequency::of);
    }

    default AveragingFrequency getAveragingFrequency() {
        return getOrDefault(averagingFrequency());
    }

    default S setAveragingFrequency(AveragingFrequency value) {
        set(averagingFrequency(), value);
        return self();
    }

    /** After a number of mini-batches. */
    default S setAveragingFrequency(int batches) {
        return setAveragingFrequency(new AveragingFrequency.Every(batches));
    }

    /** By name: {@code "epoch"}, {@code "auto"} or a number of mini-batches. */
    default S setAveragingFrequency(String value) {
        return setAveragingFrequency(AveragingFrequency.of(value));
    }
}
