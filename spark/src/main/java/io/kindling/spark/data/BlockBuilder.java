package io.kindling.spark.data;

import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleBlock;
import io.kindling.data.SparseBlock;
import java.util.Arrays;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

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

    private final int features;
    private final int labels;
    private final boolean weighted;
    private final FeatureReader reader;

    private int rows;
    private boolean sparse;
    private int used;
    private float[] values = new float[0];
    private int[] indices = new int[0];
    private int[] rowStarts = new int[1];
    private float[] rowLabels = new float[0];
    private float[] weights = new float[0];

    BlockBuilder(int features, int labels, boolean weighted, FeatureReader reader) {
        this.features = features;
        this.labels = labels;
        this.weighted = weighted;
        this.reader = reader;
    }

    /** Adds a row and returns the block it filled, or null. */
    ExampleBlock add(Object value, float[] labelsOfRow, double weight) {
        if (rows == 0) {
            sparse = reader.isSparse(value);
        }
        int usedBefore = used;
        if (sparse) {
            // All values of a column are of one kind.
            addSparse((Vector) value);
        } else {
            values = grown(values, used + features);
            reader.write(value, values, used);
            used += features;
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
        return full || rows >= MOST_ROWS ? finish() : null;
    }

    private void addSparse(Vector vector) {
        values = grown(values, used + vector.numNonzeros());
        if (indices.length < values.length) {
            indices = Arrays.copyOf(indices, values.length);
        }
        int[] given = vector instanceof SparseVector entries ? entries.indices() : null;
        double[] numbers = vector instanceof SparseVector entries ? entries.values() : vector.toArray();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0) {
                int index = given == null ? i : given[i];
                values[used] = reader.checked(numbers[i], index);
                indices[used++] = index;
            }
        }
        if (rowStarts.length < rows + 2) {
            rowStarts = Arrays.copyOf(rowStarts, 2 * rows + 2);
        }
        rowStarts[rows + 1] = used;
    }

    /** The rows not yet in a block, or null if there are none. */
    ExampleBlock last() {
        return rows == 0 ? null : finish();
    }

    private ExampleBlock finish() {
        float[] blockValues = Arrays.copyOf(values, used);
        float[] blockLabels = Arrays.copyOf(rowLabels, rows * labels);
        float[] blockWeights = weighted ? Arrays.copyOf(weights, rows) : null;
        ExampleBlock block = sparse
                ? new SparseBlock(
                        features,
                        Arrays.copyOf(rowStarts, rows + 1),
                        Arrays.copyOf(indices, used),
                        blockValues,
                        labels,
                        blockLabels,
                        blockWeights)
                : new DenseBlock(features, blockValues, labels, blockLabels, blockWeights);
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
