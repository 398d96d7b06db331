package io.kindling.cluster.bench;

/** An engine in a process of its own ended before it was done: that run is lost, those before are not. */
final class EngineEndedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EngineEndedException(String message) {
        super(message);
    }
}
