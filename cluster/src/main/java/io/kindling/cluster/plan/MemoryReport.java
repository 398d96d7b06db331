package io.kindling.cluster.plan;

import java.util.Locale;

/** A {@link MemoryPlan} as a person reads it, and as spark-submit takes it. */
public final class MemoryReport {
    private static final long MEGABYTE = 1 << 20;
    /** What Spark lets a job bring to the driver unless told otherwise. */
    private static final long DEFAULT_RESULT = 1 << 30;

    private MemoryReport() {}

    /** Several lines, each ended. */
    public static String of(MemoryPlan plan, Workload load) {
        NetworkMemory network = plan.network();
        StringBuilder text = new StringBuilder();
        line(text, "The network", "");
        line(text, "  weights", size(network.trainable() + network.nonTrainable()));
        line(text, "  memory of the optimizer", size(network.optimizer()));
        line(text, "  state, sent to and from each worker in a round", size(network.state()));
        line(text, "Each worker, of " + load.workers(), "");
        line(text, "  state, gradient and buffers, on the heap", size(network.worker()));
        line(text, "  window of rows, on the heap", size(plan.window()));
        line(text, "  matrices, outside the heap", size(network.natives()));
        line(text, "Each executor, of " + load.executors() + " with cores for " + load.coresPerExecutor(), "");
        line(text, "  its share of the rows, as dense blocks", size(plan.rowsPerExecutor()));
        line(text, "  of which memory holds, and the disk the rest", size(plan.rowsInMemory()));
        line(text, "The driver", "");
        line(text, "  averages", plan.driverAverages() ? "itself" : "nothing: executors do, slice by slice");
        line(text, "  is sent in a round", size(plan.largestResult()));
        text.append("Settings:\n");
        setting(text, "spark.executor.instances", Integer.toString(load.executors()));
        setting(text, "spark.executor.cores", Integer.toString(load.coresPerExecutor()));
        setting(text, "spark.executor.memory", megabytes(plan.executorHeap()));
        setting(text, "spark.executor.memoryOverhead", megabytes(plan.executorOverhead()));
        setting(text, "spark.driver.memory", megabytes(plan.driverHeap()));
        if (plan.largestResult() * 2 > DEFAULT_RESULT) {
            setting(text, "spark.driver.maxResultSize", megabytes(plan.largestResult() * 2));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String figure) {
        text.append(String.format(Locale.ROOT, "%-50s %s", what, figure).stripTrailing())
                .append('\n');
    }

    private static void setting(StringBuilder text, String name, String value) {
        text.append("  --conf ").append(name).append('=').append(value).append('\n');
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / (double) MEGABYTE);
    }

    private static String megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE + "m";
    }
}
