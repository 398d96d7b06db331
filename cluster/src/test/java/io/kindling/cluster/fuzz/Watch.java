package io.kindling.cluster.fuzz;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures what a mutant takes of the processor, which does not depend on what else the machine does, and ends the process,
 * saying where it stood, if one hangs: that cannot be interrupted.
 */
final class Watch {
    static final int EXIT_CODE = 3;
    private static final long NONE = Long.MAX_VALUE;

    /** Far longer than any takes that does not hang. */
    private static final long HANGS_NANOS = 60_000_000_000L;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final AtomicLong deadline = new AtomicLong(NONE);
    private long started;
    private volatile String what = "";
    private volatile long slowest;
    private volatile String slowestWhat = "";

    /** Watches the thread that calls this. */
    Watch() {
        Thread watched = Thread.currentThread();
        Thread watching = new Thread(() -> watch(watched), "watch");
        watching.setDaemon(true);
        watching.start();
    }

    void start(String mutant) {
        what = mutant;
        started = process.getProcessCpuTime();
        deadline.set(System.nanoTime() + HANGS_NANOS);
    }

    /** What it took of the processor, in nanoseconds. */
    long stop() {
        deadline.set(NONE);
        long taken = process.getProcessCpuTime() - started;
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
                System.out.println("FAILED " + what + ": it hangs, at");
                for (StackTraceElement line : watched.getStackTrace()) {
                    System.out.println("    " + line);
                }
                System.out.flush();
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }
}
