package io.kindling.cluster.failure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.TaskInfo;

/** Remembers the last failures of tasks and executors, most of which Spark recovers from. */
public final class ClusterListener extends SparkListener {
    private static final int REMEMBERED = 32;

    private final Deque<String> reports = new ArrayDeque<>();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.reason() instanceof TaskFailedReason reason) {
            TaskInfo task = end.taskInfo();
            remember("(" + task.host() + " executor " + task.executorId() + "): " + reason.toErrorString());
        }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        remember("executor " + removed.executorId() + " removed: " + removed.reason());
    }

    private synchronized void remember(String report) {
        reports.addLast(report);
        if (reports.size() > REMEMBERED) {
            reports.removeFirst();
        }
    }

    /** Adds what was reported to a failure, for {@link Recognisers} and for a person who wants to see all. */
    public synchronized void addTo(Throwable failure) {
        if (!reports.isEmpty()) {
            failure.addSuppressed(new ClusterReport(List.copyOf(reports)));
        }
    }
}
