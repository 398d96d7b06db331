package io.kindling.layers.core;

import io.kindling.layers.WeightSlice;
import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;
import java.util.Arrays;

/**
 * The bias of a layer of products: a number per column that is added to every row. Products are added to rows that are
 * biases, and the gradient is a product too, so neither takes a pass of its own over the rows.
 */
public final class Bias implements AutoCloseable {
    /** Null for none. */
    private final WeightSlice slice;

    /** Where in its vector the bias starts. */
    private final int offset;

    private final int columns;
    /** Null for none. */
    private final float[] several;
    /** Null outside training. */
    private final NativeMatrix ones;
    /** Null outside training. */
    private final NativeMatrix sums;

    /**
     * Binds a bias.
     *
     * @param slice its place, or null for none
     * @param rows the most rows at once
     */
    public Bias(WeightSlice slice, int columns, int rows, boolean training) {
        this(slice, 0, columns, rows, training);
    }

    /** Binds one row of a weight of several biases. */
    public Bias(WeightSlice slice, int row, int columns, int rows, boolean training) {
        this.slice = slice;
        this.offset = slice == null ? 0 : slice.offset() + row * columns;
        this.columns = columns;
        this.several = slice == null ? null : SeveralRows.ofColumns(columns);
        boolean summing = training && slice != null;
        this.ones = summing ? new NativeMatrix(rows, 1) : null;
        this.sums = summing ? new NativeMatrix(1, columns) : null;
        if (summing) {
            float[] values = new float[rows];
            Arrays.fill(values, 1f);
            ones.write(values, 0, rows);
            sums.clear();
        }
    }

    /** Its place, or null for none. */
    public WeightSlice slice() {
        return slice;
    }

    /** {@code z = x · kernel + bias}. */
    public void addToProduct(NativeMatrix x, NativeMatrix kernel, NativeMatrix z, int rows) {
        if (slice == null) {
            MatrixProduct.multiply(x, kernel, z, rows);
        } else {
            write(z, rows);
            MatrixProduct.addProduct(x, kernel, z, rows);
        }
    }

    /** {@code z = xᵀ · kernel + bias}, with all columns of x. */
    public void addToProductTransposedLeft(NativeMatrix x, NativeMatrix kernel, NativeMatrix z, int rows) {
        if (slice == null) {
            MatrixProduct.multiplyTransposedLeft(x, kernel, z, rows);
        } else {
            write(z, x.columns());
            MatrixProduct.addProductTransposedLeft(x, kernel, z, rows);
        }
    }

    private void write(NativeMatrix z, int rows) {
        SeveralRows.fill(several, slice.values(), offset, columns);
        z.repeat(several, rows * columns);
    }

    /** Adds to the gradient the sum over the rows of that of z. */
    public void addGradient(NativeMatrix dz, int rows) {
        if (sums != null) {
            MatrixProduct.addProductTransposedLeft(ones, dz, sums, rows);
        }
    }

    /** Writes what was added since the last time. */
    public void writeGradient() {
        if (sums != null) {
            sums.read(slice.gradient(), offset, columns);
            sums.clear();
        }
    }

    @Override
    public void close() {
        if (sums != null) {
            ones.close();
            sums.close();
        }
    }
}
