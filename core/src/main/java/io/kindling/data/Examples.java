package io.kindling.data;

import io.kindling.errors.KindlingException;
import java.util.List;

/**
 * The blocks of one worker seen as one list of examples, each reached by its index.
 *
 * <p>The list is cut into windows of the same length, but for the last. Only the window of the example asked for last
 * is held, so that what does not fit into memory is read from where it lies when its turn comes.
 */
public final class Examples {
    private final int rows;
    private final int labels;
    private final int windowRows;
    private final WindowSource source;
    private int window = -1;
    private ExampleBlock[] blocks = {};
    /** The index within the window of the first example of each block, and the number of all. */
    private int[] starts = {0};

    private boolean weighted;

    /**
     * Looks at blocks as one list, which is one window.
     *
     * @throws KindlingException if they differ in features or labels, or hold more than 2^31 - 1 examples
     */
    public Examples(List<? extends ExampleBlock> blocks) {
        this(
                blocks.stream().mapToInt(ExampleBlock::rows).reduce(0, Math::addExact),
                blocks.isEmpty() ? 0 : blocks.get(0).labels(),
                Integer.MAX_VALUE,
                onlyWindow -> blocks);
        if (!blocks.isEmpty()) {
            load(0);
        }
    }

    /**
     * Looks at what a source loads as one list.
     *
     * @param rows how many examples there are in all windows
     * @param labels label values per example
     * @param windowRows how many examples there are in each window but the last
     */
    public Examples(int rows, int labels, int windowRows, WindowSource source) {
        this.rows = rows;
        this.labels = labels;
        this.windowRows = windowRows;
        this.source = source;
    }

    /** The number of examples. */
    public int rows() {
        return rows;
    }

    /** The number of examples in each window but the last. */
    public int windowRows() {
        return windowRows;
    }

    /** Label values per example; 0 if there are no examples. */
    public int labels() {
        return labels;
    }

    /** Whether any example of the window at hand counts other than 1. */
    public boolean isWeighted() {
        return weighted;
    }

    /** Copies one example to a row of a mini-batch. */
    void copy(int index, Batch batch, int row) {
        load(index / windowRows);
        int inWindow = index % windowRows;
        int block = blockOf(inWindow);
        int inBlock = inWindow - starts[block];
        batch.copyFeatures(blocks[block], inBlock);
        blocks[block].copyLabels(inBlock, batch.labels(), row * batch.labelColumns());
        batch.weights()[row] = blocks[block].weight(inBlock);
    }

    private void load(int wanted) {
        if (wanted == window) {
            return;
        }
        // Two windows would need twice the memory.
        window = -1;
        blocks = new ExampleBlock[0];
        blocks = source.load(wanted).toArray(ExampleBlock[]::new);
        window = wanted;
        starts = new int[blocks.length + 1];
        weighted = false;
        for (int i = 0; i < blocks.length; i++) {
            ExampleBlock block = blocks[i];
            if (block.features() != blocks[0].features() || block.labels() != blocks[0].labels()) {
                throw new KindlingException("All blocks need " + blocks[0].features() + " features and "
                        + blocks[0].labels() + " labels. Received one with " + block.features() + " and "
                        + block.labels() + ".");
            }
            starts[i + 1] = Math.addExact(starts[i], block.rows());
            weighted |= block.isWeighted();
        }
        int expected = (int) Math.min(windowRows, rows - (long) wanted * windowRows);
        if (starts[blocks.length] != expected) {
            throw new IllegalStateException("Window " + wanted + " must hold " + expected + " examples. It holds "
                    + starts[blocks.length] + ": the data set has changed since it was first read.");
        }
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
