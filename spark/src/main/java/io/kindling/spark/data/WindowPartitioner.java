package io.kindling.spark.data;

import org.apache.spark.Partitioner;

/** Each partition holds the blocks of one window of one worker. */
final class WindowPartitioner extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int partitions;

    WindowPartitioner(Deal deal) {
        this.partitions = Math.multiplyExact(deal.workers(), deal.windows());
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        return ((BlockKey) key).window();
    }
}
