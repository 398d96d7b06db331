package io.kindling.benchmarks.timing;

/** Seconds that have passed while it was not paused. */
public final class Stopwatch {
    private static final double NANOS = 1e9;

    private long nanos;
    private long resumed;
    private boolean running;

    private Stopwatch() {}

    /** One that runs. */
    public static Stopwatch started() {
        Stopwatch stopwatch = new Stopwatch();
        stopwatch.restart();
        return stopwatch;
    }

    /** Begins at zero again, and runs. */
    public void restart() {
        nanos = 0;
        resume();
    }

    /** Stands still until it is resumed. */
    public void pause() {
        nanos = nanos();
        running = false;
    }

    /** Goes on. */
    public void resume() {
        resumed = System.nanoTime();
        running = true;
    }

    /** What has passed so far. */
    public double seconds() {
        return nanos() / NANOS;
    }

    private long nanos() {
        return running ? nanos + System.nanoTime() - resumed : nanos;
    }
}
