package io.kindling.spark.data;

import java.io.Serializable;

/** Where a block belongs: its window, counted over all workers, and its place in there, whatever order they arrive in. */
final class BlockKey implements Comparable<BlockKey>, Serializable {
    private static final long serialVersionUID = 1;

    private final int window;
    private final int partition;
    private final int position;

    BlockKey(int window, int partition, int position) {
        this.window = window;
        this.partition = partition;
        this.position = position;
    }

    int window() {
        return window;
    }

    @Override
    public int compareTo(BlockKey other) {
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Integer.compare(position, other.position);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockKey key
                && window == key.window
                && partition == key.partition
                && position == key.position;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * window + partition) + position;
    }
}
