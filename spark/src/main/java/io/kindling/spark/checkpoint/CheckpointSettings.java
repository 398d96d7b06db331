package io.kindling.spark.checkpoint;

import io.kindling.errors.KindlingException;
import java.util.Objects;

/**
 * Where and when checkpoints are kept.
 *
 * @param directory on any Hadoop file system; made when it is needed
 * @param interval rounds between checkpoints; at least 1
 * @param mode what is done with checkpoints that are there
 * @param ofCopy whether a copy of an estimator trains, as it does for each fold of a validator: it has a subfolder of its
 *     own, whatever the mode
 */
public record CheckpointSettings(String directory, int interval, CheckpointMode mode, boolean ofCopy) {

    public CheckpointSettings {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(mode, "mode");
        if (interval < 1) {
            throw new KindlingException("checkpointInterval must be at least 1. Received: " + interval + ".");
        }
    }

    /** Whether each training has a subfolder of its own. */
    boolean separates() {
        return ofCopy || mode == CheckpointMode.SEPARATE;
    }
}
