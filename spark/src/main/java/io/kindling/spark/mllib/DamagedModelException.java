package io.kindling.spark.mllib;

/** A model directory that cannot be read: which file, and why. */
public final class DamagedModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DamagedModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
