package io.kindling.spark.checkpoint;

import io.kindling.errors.KindlingException;

/** There is a checkpoint of another training where this one should go on or be kept. */
public final class CheckpointMismatchException extends KindlingException {
    private static final long serialVersionUID = 1;

    CheckpointMismatchException(String message) {
        super(message);
    }
}
