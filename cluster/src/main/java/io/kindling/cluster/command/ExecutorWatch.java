package io.kindling.cluster.command;

import io.kindling.cluster.report.Console;
import io.kindling.cluster.standalone.ClusterException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;

/**
 * Sees to it that nobody waits in silence for a cluster without executors: says so after some seconds, and cancels the jobs
 * that wait when a limit has passed.
 */
final class ExecutorWatch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SparkContext context;
    private final Console console;
    private final Duration limit;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watches executors");
        thread.setDaemon(true);
        return thread;
    });

    private Optional<Instant> waitingSince = Optional.empty();
    private boolean said;
    private volatile Optional<ClusterException> gaveUp = Optional.empty();

    private ExecutorWatch(SparkContext context, Console console, Duration limit) {
        this.context = context;
        this.console = console;
        this.limit = limit;
    }

    /** Watches until it is closed. */
    static ExecutorWatch start(SparkContext context, Console console, Duration limit) {
        ExecutorWatch watch = new ExecutorWatch(context, console, limit);
        if (!context.isLocal()) {
            watch.clock.scheduleWithFixedDelay(watch::look, 1, 1, TimeUnit.SECONDS);
        }
        return watch;
    }

    private void look() {
        if (context.isStopped()) {
            return;
        }
        // The driver is among them.
        boolean waits = context.statusTracker().getExecutorInfos().length <= 1
                && context.statusTracker().getActiveJobIds().length > 0;
        if (!waits) {
            if (said) {
                console.err().println("kindling: an executor is there, and the work goes on.");
            }
            waitingSince = Optional.empty();
            said = false;
            return;
        }
        Instant since = waitingSince.orElseGet(Instant::now);
        waitingSince = Optional.of(since);
        Duration waited = Duration.between(since, Instant.now());
        if (waited.compareTo(limit) >= 0) {
            gaveUp = Optional.of(new ClusterException("No executor of " + context.master() + " was there within "
                    + limit.toSeconds() + " s. Its workers may be dead or busy, or have less than "
                    + context.executorMemory() + " MB (spark.executor.memory) or no core to spare;"
                    + " --connect-timeout waits longer."));
            context.cancelAllJobs();
            clock.shutdown();
        } else if (!said && waited.compareTo(PATIENCE) >= 0) {
            said = true;
            console.err()
                    .println("kindling: waiting for an executor: no worker of " + context.master() + " runs one ("
                            + limit.toSeconds() + " s at most).");
        }
    }

    /** What ended the command, if it was cancelled for want of executors. */
    Optional<ClusterException> gaveUp() {
        return gaveUp;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
