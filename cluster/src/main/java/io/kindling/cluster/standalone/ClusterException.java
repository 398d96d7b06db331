package io.kindling.cluster.standalone;

/** A cluster that cannot be started or reached, or does not do what it was asked. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ClusterException(String message) {
        super(message);
    }

    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
