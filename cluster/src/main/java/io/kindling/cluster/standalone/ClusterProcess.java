package io.kindling.cluster.standalone;

import java.time.Instant;
import java.util.Optional;

/**
 * One process of a cluster, as it is written down.
 *
 * @param name master, worker-1, worker-2, …
 * @param pid its number
 * @param started when it started, in milliseconds since 1970; another process with the same number has another time
 * @param webPort where its web page is
 * @param log the file it writes to
 */
public record ClusterProcess(String name, long pid, long started, int webPort, String log) {

    /** How far two readings of one start can lie apart where the clock was set meanwhile. */
    private static final long CLOCK_MILLIS = 5_000;

    static ClusterProcess of(String name, Process process, int webPort, String log) {
        return new ClusterProcess(name, process.pid(), startOf(process.toHandle()), webPort, log);
    }

    /** The running process, or nothing if it has ended. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> Math.abs(startOf(handle) - started) <= CLOCK_MILLIS);
    }

    /** 0 where the system does not tell. */
    private static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
