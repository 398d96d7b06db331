package io.kindling.cluster.plan;

import io.kindling.errors.KindlingException;

/**
 * What is to be trained on.
 *
 * @param rows the rows of the data set
 * @param labels the labels of each row
 * @param workers how many share the rows
 * @param batchSize rows per step and worker
 * @param coresPerExecutor how many workers an executor runs at the same time
 */
public record Workload(long rows, int labels, int workers, int batchSize, int coresPerExecutor) {

    public Workload {
        requireAtLeastOne("--rows", rows);
        requireAtLeastOne("--labels", labels);
        requireAtLeastOne("--workers", workers);
        requireAtLeastOne("--batch-size", batchSize);
        requireAtLeastOne("--cores", coresPerExecutor);
    }

    private static void requireAtLeastOne(String option, long value) {
        if (value < 1) {
            throw new KindlingException(option + " must be at least 1. Received: " + value + ".");
        }
    }

    /** Rows in a mini-batch: as many as asked for, if a worker has them. */
    int rowsInBatch() {
        return (int) Math.min(batchSize, (rows - 1) / workers + 1);
    }

    /** How many executors run all workers at the same time. */
    int executors() {
        return (workers - 1) / coresPerExecutor + 1;
    }
}
