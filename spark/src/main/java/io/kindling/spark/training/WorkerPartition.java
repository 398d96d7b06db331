package io.kindling.spark.training;

import org.apache.spark.Partition;

/** The partition of one worker. */
final class WorkerPartition implements Partition {
    private static final long serialVersionUID = 1;

    private final int worker;

    WorkerPartition(int worker) {
        this.worker = worker;
    }

    @Override
    public int index() {
        return worker;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkerPartition partition && partition.worker == worker;
    }

    @Override
    public int hashCode() {
        return worker;
    }
}
