package io.kindling.cluster.plan;

import io.kindling.engine.MiniBatchRows;
import io.kindling.errors.KindlingException;
import io.kindling.models.NetworkPlan;
import io.kindling.optimizers.Optimizer;
import io.kindling.spark.training.AveragingPlan;

/**
 * How much memory executors and driver need for a training, in bytes.
 *
 * @param network the network's own
 * @param rows all rows of the data set, dense
 * @param window the part of its rows that a worker holds at a time
 * @param executorHeap {@code spark.executor.memory}
 * @param executorOverhead {@code spark.executor.memoryOverhead}
 * @param driverHeap {@code spark.driver.memory}
 * @param rowsPerExecutor the rows that an executor keeps for its workers
 * @param rowsInMemory how much of them its heap has room for
 * @param largestResult what the driver is sent at most in a round
 * @param driverAverages whether the driver averages itself
 */
public record MemoryPlan(
        NetworkMemory network,
        long rows,
        long window,
        long executorHeap,
        long executorOverhead,
        long driverHeap,
        long rowsPerExecutor,
        long rowsInMemory,
        long largestResult,
        boolean driverAverages) {
    private static final long MEGABYTE = 1 << 20;
    private static final long GIGABYTE = 1 << 30;

    /** As TrainingData cuts them. */
    private static final long LARGEST_WINDOW = 64 * MEGABYTE;

    private static final long LARGEST_FOR_DRIVER = AveragingPlan.FLOATS_ON_DRIVER * Float.BYTES;
    /** What Spark keeps of a heap for itself. */
    private static final long RESERVED = 300 * MEGABYTE;
    /** The share of the rest that Spark caches and shuffles in: spark.memory.fraction. */
    private static final double CACHE_SHARE = 0.6;
    /** Larger caches are for the user to ask for; the disk does as well. */
    private static final long LARGEST_CACHE = 8 * GIGABYTE;
    /** Classes, compiled code, stacks and network buffers of a JVM. */
    private static final long JVM = 384 * MEGABYTE;
    /** Classes and plans of a Spark driver. */
    private static final long DRIVER_BASE = 512 * MEGABYTE;
    /** The state, its broadcast, serialized and not, the mean, and what an outer optimizer remembers. */
    private static final int DRIVER_COPIES = 6;

    /**
     * Does the arithmetic.
     *
     * @throws KindlingException if the mini-batches are too large for arrays, or the bytes for numbers of 64 bits
     */
    public static MemoryPlan of(NetworkPlan plan, Optimizer optimizer, Workload load) {
        MiniBatchRows.require(plan, load.rowsInBatch());
        try {
            return of(plan, NetworkMemory.of(plan, optimizer, load.rowsInBatch()), load);
        } catch (ArithmeticException overflow) {
            throw new KindlingException(
                    "So large a training needs more than 2^63 bytes: lower --rows, --workers or --cores. Received: "
                            + load.rows() + " rows, " + load.workers() + " workers and " + load.coresPerExecutor()
                            + " cores.",
                    overflow);
        }
    }

    private static MemoryPlan of(NetworkPlan plan, NetworkMemory network, Workload load) {
        long bytesPerRow = Float.BYTES * ((long) plan.features() + load.labels());
        long rows = Math.multiplyExact(bytesPerRow, load.rows());
        long share = rows / load.workers();
        long window = Math.min(LARGEST_WINDOW, share);
        long tasks = Math.min(load.coresPerExecutor(), load.workers());
        long rowsPerExecutor = rows / load.executors();

        long own = Math.addExact(Math.multiplyExact(tasks, network.worker() + window), network.state());
        long cache = Math.max(Math.multiplyExact(tasks, window), Math.min(LARGEST_CACHE, rowsPerExecutor));
        double least = Math.max(own / (1 - CACHE_SHARE), cache / CACHE_SHARE);
        long heap = roundedUp(RESERVED + (long) least, 256 * MEGABYTE, GIGABYTE);
        long roomForRows = (long) ((heap - RESERVED) * CACHE_SHARE);

        long states = Math.multiplyExact(network.state(), (long) load.workers());
        boolean driverAverages = states <= LARGEST_FOR_DRIVER;
        long result = driverAverages ? states : network.state();
        return new MemoryPlan(
                network,
                rows,
                window,
                heap,
                roundedUp(
                        Math.addExact(JVM, Math.multiplyExact(tasks, network.natives())),
                        128 * MEGABYTE,
                        384 * MEGABYTE),
                roundedUp(DRIVER_BASE + result + DRIVER_COPIES * network.state(), 256 * MEGABYTE, GIGABYTE),
                rowsPerExecutor,
                Math.min(rowsPerExecutor, roomForRows),
                result,
                driverAverages);
    }

    private static long roundedUp(long bytes, long unit, long least) {
        return Math.max(least, Math.addExact(bytes, unit - 1) / unit * unit);
    }
}
