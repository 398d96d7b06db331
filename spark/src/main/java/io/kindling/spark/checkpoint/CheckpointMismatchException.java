package io.kindling.spark.checkpoint;

/** There is a checkpoint of another training where this one should go on or be kept. */
public final class CheckpointMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CheckpointMismatchException(String message) {
        super(message);
    }
}
