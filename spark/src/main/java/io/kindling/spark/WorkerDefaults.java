package io.kindling.spark;

import io.kindling.optimizers.Adam;
import io.kindling.optimizers.Optimizer;

/**
 * What an estimator uses where nothing is set, so that more workers learn as much in an epoch as one does.
 *
 * <p>With more workers there are fewer steps in an epoch. Larger steps make up for it, up to four times Adam's usual
 * ones; beyond 16 workers, smaller mini-batches do. The measurements are in {@code docs/averaging.md}.
 */
final class WorkerDefaults {
    private static final double LEARNING_RATE = 0.001;
    private static final double MOST_TIMES = 4;
    private static final int BATCH_SIZE = 32;
    private static final int LEAST_BATCH_SIZE = 8;
    /** From so many workers on, mini-batches get smaller. */
    private static final int MANY_WORKERS = 16;

    private WorkerDefaults() {}

    /** Adam, its rate times the square root of the number of workers, but at most four times as large. */
    static Optimizer optimizer(int workers) {
        return Adam.of(LEARNING_RATE * Math.min(Math.sqrt(workers), MOST_TIMES));
    }

    /** 32 examples per step and worker, from 16 workers on fewer, at least 8. */
    static int batchSize(int workers) {
        return Math.max(LEAST_BATCH_SIZE, Math.min(BATCH_SIZE, BATCH_SIZE * MANY_WORKERS / workers));
    }
}
