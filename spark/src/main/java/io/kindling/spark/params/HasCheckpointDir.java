package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** The directory for checkpoints, on any Hadoop file system; there are none if it is not set. */
public interface HasCheckpointDir<S> extends FluentParams<S> {

    default Param<String> checkpointDir() {
        return new Param<>(
                this,
                "checkpointDir",
                "the directory for checkpoints, from which the same fit continues if it was interrupted; none if not set");
    }

    default String getCheckpointDir() {
        return getOrDefault(checkpointDir());
    }

    default S setCheckpointDir(String value) {
        set(checkpointDir(), value);
        return self();
    }
}
