package io.kindling.data;

import io.kindling.linalg.SparseRows;

/**
 * The features of a mini-batch, reused from one to the next: as sparse rows as long as all come without their zeros,
 * and with all numbers written out from the first on that does not, or whenever they are asked for.
 */
public final class FeatureRows {
    private final int capacity;
    private final int columns;
    /** As many rows as came without their zeros before any other. */
    private final SparseRows sparse;
    /** Empty until it is needed. */
    private float[] written = {};

    private int rows;

    /** Whether {@link #written} has what {@link #sparse} has. */
    private boolean writtenOut;

    /**
     * Makes room.
     *
     * @param capacity the most examples it will hold
     * @param columns features per example
     */
    public FeatureRows(int capacity, int columns) {
        this.capacity = capacity;
        this.columns = columns;
        this.sparse = new SparseRows(capacity, columns);
    }

    /** Takes all rows out. */
    public void clear() {
        sparse.clear();
        rows = 0;
        writtenOut = false;
    }

    /** How many it holds now. */
    public int rows() {
        return rows;
    }

    /** Whether all rows so far came without their zeros. */
    public boolean isSparse() {
        return sparse.rows() == rows;
    }

    /** The rows without their zeros; only if {@link #isSparse} says so. */
    public SparseRows sparse() {
        return sparse;
    }

    /** All features, row-major. */
    public float[] all() {
        if (!writtenOut) {
            if (written.length == 0) {
                written = new float[Math.multiplyExact(capacity, columns)];
            }
            sparse.writeTo(written);
            writtenOut = true;
        }
        return written;
    }

    /** Takes the rows of another one that come without their zeros, each number times the factor of its column. */
    public void takeScaled(SparseRows others, float[] factors) {
        clear();
        others.scaleTo(sparse, factors);
        rows = others.rows();
    }

    /** Counts a row that was appended to {@link #sparse}, if all before it were. */
    public void sparseAdded() {
        rows++;
    }

    /** Where in {@link #all} the next row is to be written, which counts from now on. */
    public int addWritten() {
        return rows++ * columns;
    }
}
