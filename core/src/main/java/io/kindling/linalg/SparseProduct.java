package io.kindling.linalg;

import io.kindling.math.VectorApi;

/**
 * Multiplies sparse rows by a matrix, of which it adds up rows, each times a number; used again and again. All
 * implementations give the same bits, so a model does not depend on which one a machine runs.
 */
public interface SparseProduct {
    /** The best one of this JVM, for one thread. */
    static SparseProduct create() {
        return VectorApi.best("io.kindling.linalg.VectorSparseProduct", PlainSparseProduct::new);
    }

    /**
     * {@code result[r] = initial + Σ left[r, k] · matrix[k]}, with rows r and k of as many columns.
     *
     * @param matrix row-major, with a row for each column on the left
     * @param offset where in its array it starts
     * @param units the columns of the matrix and of the result
     * @param initial what every row of the result starts from
     * @param initialOffset where in its array that starts
     * @param result row-major, with a row for each on the left
     * @param resultOffset where in its array it starts
     */
    void multiply(
            SparseRows left,
            float[] matrix,
            int offset,
            int units,
            float[] initial,
            int initialOffset,
            float[] result,
            int resultOffset);
}
