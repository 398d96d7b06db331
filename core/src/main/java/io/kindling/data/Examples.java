package io.kindling.data;

import java.util.List;

/** The blocks of one worker seen as one list of examples, each reached by its index. */
public final class Examples {
    private final ExampleBlock[] blocks;
    /** The index of the first example of each block, and the number of all. */
    private final int[] starts;

    private final boolean weighted;

    /**
     * Looks at blocks as one list.
     *
     * @throws IllegalArgumentException if they differ in features or labels, or hold more than 2^31 - 1 examples
     */
    public Examples(List<? extends ExampleBlock> blocks) {
        this.blocks = blocks.toArray(ExampleBlock[]::new);
        this.starts = new int[this.blocks.length + 1];
        boolean anyWeight = false;
        for (int i = 0; i < this.blocks.length; i++) {
            ExampleBlock block = this.blocks[i];
            if (block.features() != this.blocks[0].features() || block.labels() != this.blocks[0].labels()) {
                throw new IllegalArgumentException("All blocks need " + this.blocks[0].features() + " features and "
                        + this.blocks[0].labels() + " labels. Received one with " + block.features() + " and "
                        + block.labels() + ".");
            }
            starts[i + 1] = Math.addExact(starts[i], block.rows());
            anyWeight |= block.isWeighted();
        }
        this.weighted = anyWeight;
    }

    /** The number of examples. */
    public int rows() {
        return starts[blocks.length];
    }

    /** Label values per example; 0 if there are no examples. */
    public int labels() {
        return blocks.length == 0 ? 0 : blocks[0].labels();
    }

    /** Whether any example counts other than 1. */
    public boolean isWeighted() {
        return weighted;
    }

    /** Copies one example to a row of a mini-batch. */
    void copy(int index, Batch batch, int row) {
        int block = blockOf(index);
        int inBlock = index - starts[block];
        blocks[block].copyFeatures(inBlock, batch.features(), row * batch.featureColumns());
        blocks[block].copyLabels(inBlock, batch.labels(), row * batch.labelColumns());
        batch.rawWeights()[row] = blocks[block].weight(inBlock);
    }

    private int blockOf(int index) {
        int low = 0;
        int high = blocks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
