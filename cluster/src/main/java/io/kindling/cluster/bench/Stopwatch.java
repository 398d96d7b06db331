package io.kindling.cluster.bench;

/** Seconds that have passed while it was not paused. */
final class Stopwatch {
    private static final double NANOS = 1e9;

    private long nanos;
    private long resumed;
    private boolean running;

    private Stopwatch() {}

    static Stopwatch started() {
        Stopwatch stopwatch = new Stopwatch();
        stopwatch.restart();
        return stopwatch;
    }

    void restart() {
        nanos = 0;
        resume();
    }

    void pause() {
        nanos = nanos();
        running = false;
    }

    void resume() {
        resumed = System.nanoTime();
        running = true;
    }

    double seconds() {
        return nanos() / NANOS;
    }

    private long nanos() {
        return running ? nanos + System.nanoTime() - resumed : nanos;
    }
}
