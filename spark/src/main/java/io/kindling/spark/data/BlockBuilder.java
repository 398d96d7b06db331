package io.kindling.spark.data;

import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleBlock;
import io.kindling.data.SparseBlock;
import java.util.Arrays;
import org.apache.spark.ml.linalg.SparseVector;

/** Collects rows into blocks of up to a megabyte: one block of dense rows and one of sparse rows at a time. */
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
    private final Part dense = new Part();
    private final Part sparse = new Part();

    BlockBuilder(int features, int labels, boolean weighted, FeatureReader reader) {
        this.features = features;
        this.labels = labels;
        this.weighted = weighted;
        this.reader = reader;
    }

    /** The arrays of one block in the making. */
    private static final class Part {
        int rows;
        int used;
        float[] values = new float[0];
        int[] indices = new int[0];
        int[] rowStarts = new int[1];
        float[] labels = new float[0];
        float[] weights = new float[0];
    }

    /** Adds a row and returns the block it filled, or null. */
    ExampleBlock add(Object value, float[] rowLabels, double weight) {
        SparseVector vector = reader.sparse(value);
        Part part = vector == null ? dense : sparse;
        int usedBefore = part.used;
        if (vector == null) {
            part.values = grown(part.values, part.used + features);
            reader.write(value, part.values, part.used);
            part.used += features;
        } else {
            addSparse(vector, part);
        }
        part.labels = grown(part.labels, (part.rows + 1) * labels);
        System.arraycopy(rowLabels, 0, part.labels, part.rows * labels, labels);
        if (weighted) {
            part.weights = grown(part.weights, part.rows + 1);
            part.weights[part.rows] = (float) weight;
        }
        part.rows++;
        // Another row like this one would be too much.
        boolean full = 2 * part.used - usedBefore > VALUES_PER_BLOCK;
        return full || part.rows >= MOST_ROWS ? finish(part) : null;
    }

    private void addSparse(SparseVector vector, Part part) {
        int[] indices = vector.indices();
        part.values = grown(part.values, part.used + indices.length);
        if (part.indices.length < part.values.length) {
            part.indices = Arrays.copyOf(part.indices, part.values.length);
        }
        for (int i = 0; i < indices.length; i++) {
            part.values[part.used] = reader.checked(vector.values()[i], indices[i]);
            part.indices[part.used++] = indices[i];
        }
        if (part.rowStarts.length < part.rows + 2) {
            part.rowStarts = Arrays.copyOf(part.rowStarts, 2 * part.rows + 2);
        }
        part.rowStarts[part.rows + 1] = part.used;
    }

    /** The dense rows not yet in a block, or null if there are none. */
    ExampleBlock lastDense() {
        return dense.rows == 0 ? null : finish(dense);
    }

    /** The sparse rows not yet in a block, or null if there are none. */
    ExampleBlock lastSparse() {
        return sparse.rows == 0 ? null : finish(sparse);
    }

    private ExampleBlock finish(Part part) {
        float[] values = Arrays.copyOf(part.values, part.used);
        float[] rowLabels = Arrays.copyOf(part.labels, part.rows * labels);
        float[] weights = weighted ? Arrays.copyOf(part.weights, part.rows) : null;
        ExampleBlock block = part == dense
                ? new DenseBlock(features, values, labels, rowLabels, weights)
                : new SparseBlock(
                        features,
                        Arrays.copyOf(part.rowStarts, part.rows + 1),
                        Arrays.copyOf(part.indices, part.used),
                        values,
                        labels,
                        rowLabels,
                        weights);
        part.rows = 0;
        part.used = 0;
        return block;
    }

    private static float[] grown(float[] array, int needed) {
        return array.length >= needed
                ? array
                : Arrays.copyOf(array, Math.max(needed, Math.min(2 * needed, needed + VALUES_PER_BLOCK)));
    }
}
