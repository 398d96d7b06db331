package io.kindling.spark.data;

import org.apache.spark.Partitioner;

/** Partition w holds the blocks of worker w. */
final class WorkerPartitioner extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int workers;

    WorkerPartitioner(int workers) {
        this.workers = workers;
    }

    @Override
    public int numPartitions() {
        return workers;
    }

    @Override
    public int getPartition(Object key) {
        return ((BlockKey) key).worker();
    }
}
