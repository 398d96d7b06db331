package io.kindling.spark.params;

import org.apache.spark.ml.param.IntParam;

/** Rounds between checkpoints. */
public interface HasCheckpointInterval<S> extends FluentParams<S> {

    default IntParam checkpointInterval() {
        return new PositiveIntParam(this, "checkpointInterval", "rounds between checkpoints");
    }

    default int getCheckpointInterval() {
        return (int) getOrDefault(checkpointInterval());
    }

    default S setCheckpointInterval(int value) {
        set(checkpointInterval(), value);
        return self();
    }
}
