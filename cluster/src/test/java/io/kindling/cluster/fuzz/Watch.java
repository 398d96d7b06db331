package io.kindling.cluster.fuzz;

import java.util.concurrent.atomic.AtomicLong;

/** Ends the process, saying where it stood, if a mutant takes too long: what hangs cannot be interrupted. */
final class Watch {
    static final int EXIT_CODE = 3;
    private static final long NONE = Long.MAX_VALUE;

    private final AtomicLong deadline = new AtomicLong(NONE);
    private final long limit;
    private volatile String what = "";
    private volatile long slowest;
    private volatile String slowestWhat = "";

    /** Watches the thread that calls this. */
    Watch(long limitNanos) {
        limit = limitNanos;
        Thread watched = Thread.currentThread();
        Thread watching = new Thread(() -> watch(watched), "watch");
        watching.setDaemon(true);
        watching.start();
    }

    void start(String mutant) {
        what = mutant;
        deadline.set(System.nanoTime() + limit);
    }

    /** How long it took, in nanoseconds. */
    long stop() {
        long taken = System.nanoTime() - deadline.getAndSet(NONE) + limit;
        if (taken > slowest) {
            slowest = taken;
            slowestWhat = what;
        }
        return taken;
    }

    String slowest() {
        return String.format("%.2f s (%s)", slowest / 1e9, slowestWhat);
    }

    private void watch(Thread watched) {
        while (true) {
            long now = System.nanoTime();
            long end = deadline.get();
            if (end != NONE && now - end > 0) {
                System.out.println("FAILED " + what + ": it takes too long, at");
                for (StackTraceElement line : watched.getStackTrace()) {
                    System.out.println("    " + line);
                }
                System.out.flush();
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }
}
