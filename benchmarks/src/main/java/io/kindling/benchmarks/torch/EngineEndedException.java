package io.kindling.benchmarks.torch;

/** An engine in a process of its own ended before it was done: that run is lost, those before are not. */
public final class EngineEndedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An end, and what is known of it. */
    public EngineEndedException(String message) {
        super(message);
    }
}
