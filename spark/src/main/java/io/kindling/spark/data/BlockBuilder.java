package io.kindling.spark.data;

import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleBlock;
import io.kindling.data.SparseBlock;
import java.util.Arrays;
import java.util.Optional;

/**
 * Collects rows into blocks of up to a megabyte, in their order. The first row of a block decides whether zeros are kept
 * in it: rows of the other kind take more room there, but not another place in the order.
 */
final class BlockBuilder {
    /**
     * With the header of its array not quite a megabyte: the garbage collector gives each larger array whole regions of
     * its own, often of a megabyte, so a little more would take up twice the memory.
     */
    private static final int VALUES_PER_BLOCK = (1 << 18) - 64;

    private static final int MOST_ROWS = 1 << 13;

    private final RowFeatures features;
    private final int labels;
    private final boolean weighted;

    private int rows;
    private boolean sparse;
    private int used;
    private float[] values = new float[0];
    private int[] indices = new int[0];
    private int[] rowStarts = new int[1];
    private float[] rowLabels = new float[0];
    private float[] weights = new float[0];

    /** Of rows whose features are those, one after the other. */
    BlockBuilder(RowFeatures features, int labels, boolean weighted) {
        this.features = features;
        this.labels = labels;
        this.weighted = weighted;
    }

    /** Adds the row that the features are at, and returns the block it filled, if it did. */
    Optional<ExampleBlock> add(float[] labelsOfRow, double weight) {
        if (rows == 0) {
            sparse = features.isSparse();
        }
        int usedBefore = used;
        if (sparse) {
            addSparse();
        } else {
            values = grown(values, used + features.size());
            features.write(values, used);
            used += features.size();
        }
        rowLabels = grown(rowLabels, (rows + 1) * labels);
        System.arraycopy(labelsOfRow, 0, rowLabels, rows * labels, labels);
        if (weighted) {
            weights = grown(weights, rows + 1);
            weights[rows] = (float) weight;
        }
        rows++;
        // Another row like this one would be too much.
        boolean full = 2 * used - usedBefore > VALUES_PER_BLOCK;
        return full || rows >= MOST_ROWS ? Optional.of(finish()) : Optional.empty();
    }

    private void addSparse() {
        values = grown(values, used + features.kept());
        if (indices.length < values.length) {
            indices = Arrays.copyOf(indices, values.length);
        }
        used = features.writeSparse(indices, values, used);
        if (rowStarts.length < rows + 2) {
            rowStarts = Arrays.copyOf(rowStarts, 2 * rows + 2);
        }
        rowStarts[rows + 1] = used;
    }

    /** The rows not yet in a block, if there are any. */
    Optional<ExampleBlock> last() {
        return rows == 0 ? Optional.empty() : Optional.of(finish());
    }

    private ExampleBlock finish() {
        float[] blockValues = Arrays.copyOf(values, used);
        float[] blockLabels = Arrays.copyOf(rowLabels, rows * labels);
        float[] blockWeights = weighted ? Arrays.copyOf(weights, rows) : null;
        ExampleBlock block = sparse
                ? new SparseBlock(
                        features.size(),
                        Arrays.copyOf(rowStarts, rows + 1),
                        Arrays.copyOf(indices, used),
                        blockValues,
                        labels,
                        blockLabels,
                        blockWeights)
                : new DenseBlock(features.size(), blockValues, labels, blockLabels, blockWeights);
        rows = 0;
        used = 0;
        return block;
    }

    private static float[] grown(float[] array, int needed) {
        return array.length >= needed
                ? array
                : Arrays.copyOf(array, Math.max(needed, Math.min(2 * needed, needed + VALUES_PER_BLOCK)));
    }
}
