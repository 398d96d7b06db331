package io.kindling.spark.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Checkpoints cannot be read or written, as the disk is full, say, or permission is missing. */
public final class CheckpointAccessException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    CheckpointAccessException(String message, IOException cause) {
        super(message, cause);
    }
}
