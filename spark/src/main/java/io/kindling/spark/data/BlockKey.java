package io.kindling.spark.data;

import java.io.Serializable;

/** Where a block belongs: its worker, and its place among that worker's blocks, whatever order they arrive in. */
final class BlockKey implements Comparable<BlockKey>, Serializable {
    private static final long serialVersionUID = 1;

    private final int worker;
    private final int partition;
    private final int position;

    BlockKey(int worker, int partition, int position) {
        this.worker = worker;
        this.partition = partition;
        this.position = position;
    }

    int worker() {
        return worker;
    }

    @Override
    public int compareTo(BlockKey other) {
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Integer.compare(position, other.position);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockKey key
                && worker == key.worker
                && partition == key.partition
                && position == key.position;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * worker + partition) + position;
    }
}
