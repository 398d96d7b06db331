package io.kindling.layers.core;

import io.kindling.layers.WeightSlice;
import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;
import java.util.Arrays;
import java.util.Optional;

/**
 * The bias of a layer of products: a number per column that is added to every row. Products are added to rows that are
 * biases, and the gradient is a product too, so neither takes a pass of its own over the rows.
 */
public interface Bias extends AutoCloseable {

    /**
     * Binds a bias, or none.
     *
     * @param slice its place, if there is one
     * @param rows the most rows at once
     */
    static Bias of(Optional<WeightSlice> slice, int columns, int rows, boolean training) {
        return of(slice, 0, columns, rows, training);
    }

    /** Binds one row of a weight of several biases. */
    static Bias of(Optional<WeightSlice> slice, int row, int columns, int rows, boolean training) {
        return slice.<Bias>map(place -> new Added(place, row, columns, rows, training))
                .orElseGet(() -> new None(new float[columns]));
    }

    /** The array in which its numbers stand; zeros if there is none. */
    float[] values();

    /** Where in this array they begin. */
    int offset();

    /** {@code z = x · kernel + bias}. */
    void addToProduct(NativeMatrix x, NativeMatrix kernel, NativeMatrix z, int rows);

    /** {@code z = xᵀ · kernel + bias}, with all columns of x. */
    void addToProductTransposedLeft(NativeMatrix x, NativeMatrix kernel, NativeMatrix z, int rows);

    /** Adds to the gradient the sum over the rows of that of z. */
    void addGradient(NativeMatrix dz, int rows);

    /** Writes what was added since the last time. */
    void writeGradient();

    @Override
    void close();

    /** No bias: products as they are. */
    record None(float[] values) implements Bias {

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public void addToProduct(NativeMatrix x, NativeMatrix kernel, NativeMatrix z, int rows) {
            MatrixProduct.multiply(x, kernel, z, rows);
        }

        @Override
        public void addToProductTransposedLeft(NativeMatrix x, NativeMatrix kernel, NativeMatrix z, int rows) {
            MatrixProduct.multiplyTransposedLeft(x, kernel, z, rows);
        }

        @Override
        public void addGradient(NativeMatrix dz, int rows) {}

        @Override
        public void writeGradient() {}

        @Override
        public void close() {}
    }

    /** A bias that is a weight. */
    final class Added implements Bias {
        private final WeightSlice slice;
        private final int offset;
        private final int columns;
        private final float[] several;
        private final NativeMatrix ones;
        private final NativeMatrix sums;

        private Added(WeightSlice slice, int row, int columns, int rows, boolean training) {
            this.slice = slice;
            this.offset = slice.offset() + row * columns;
            this.columns = columns;
            this.several = SeveralRows.ofColumns(columns);
            this.ones = training ? new NativeMatrix(rows, 1) : NativeMatrix.empty();
            this.sums = training ? new NativeMatrix(1, columns) : NativeMatrix.empty();
            if (training) {
                float[] values = new float[rows];
                Arrays.fill(values, 1f);
                ones.write(values, 0, rows);
                sums.clear();
            }
        }

        @Override
        public float[] values() {
            return slice.values();
        }

        @Override
        public int offset() {
            return offset;
        }

        @Override
        public void addToProduct(NativeMatrix x, NativeMatrix kernel, NativeMatrix z, int rows) {
            write(z, rows);
            MatrixProduct.addProduct(x, kernel, z, rows);
        }

        @Override
        public void addToProductTransposedLeft(NativeMatrix x, NativeMatrix kernel, NativeMatrix z, int rows) {
            write(z, x.columns());
            MatrixProduct.addProductTransposedLeft(x, kernel, z, rows);
        }

        private void write(NativeMatrix z, int rows) {
            SeveralRows.fill(several, slice.values(), offset, columns);
            z.repeat(several, rows * columns);
        }

        @Override
        public void addGradient(NativeMatrix dz, int rows) {
            MatrixProduct.addProductTransposedLeft(ones, dz, sums, rows);
        }

        @Override
        public void writeGradient() {
            sums.read(slice.gradient(), offset, columns);
            sums.clear();
        }

        @Override
        public void close() {
            ones.close();
            sums.close();
        }
    }
}
