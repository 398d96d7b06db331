package io.kindling.layers.core;

import io.kindling.layers.LayerBinding;
import io.kindling.layers.WeightSlice;
import io.kindling.linalg.SparseProduct;
import io.kindling.linalg.SparseRows;

/**
 * The input of a layer of products, as sparse rows: where most of it is zero, as in counts of words, one-hot columns
 * and images on an empty ground, its products are made of the rest alone.
 */
final class SparseInput {
    /** With fewer units, finding what is not zero takes as long as is saved. */
    private static final int LEAST_UNITS = 64;

    /** With fewer than so many it still takes a part of that, so that more has to be saved. */
    private static final int FEW_UNITS = 128;

    /** Of an input at most one number in so many may not be zero: with more, products of all of it are as fast. */
    private static final int SPARSITY = 4;

    private static final int SPARSITY_FOR_FEW = 32;

    private final int units;
    private final int sparsity;
    /** Room for inputs that come with all their zeros. */
    private final SparseRows own;
    /** The transpose; null outside training. */
    private final SparseRows transposed;

    private final SparseProduct product = SparseProduct.create();
    private final SparseProduct gradientProduct = SparseProduct.create();
    /** What sums without a bias start from. */
    private final float[] zeros;

    /** The input at hand. */
    private SparseRows rows;

    private SparseInput(int rows, int inputs, int units, boolean training) {
        this.units = units;
        this.sparsity = units < FEW_UNITS ? SPARSITY_FOR_FEW : SPARSITY;
        this.own = new SparseRows(rows, inputs);
        this.transposed = training ? new SparseRows(inputs, rows) : null;
        this.zeros = new float[units];
    }

    /**
     * Makes room, or gives null where it would not pay: for few units, or if the gradient of the input is asked for,
     * which is not sparse.
     */
    static SparseInput of(int rows, int inputs, int units, LayerBinding binding) {
        return units < LEAST_UNITS || binding.asksInputGradient()
                ? null
                : new SparseInput(rows, inputs, units, binding.training());
    }

    /** Takes an input if most of it is zero, and says whether it has. */
    boolean take(float[] x, int count) {
        rows = own;
        return own.take(x, count, sparsity);
    }

    /** Takes an input, until the next one, if it is sparse enough, and says whether it has. */
    boolean take(SparseRows x) {
        rows = x;
        return x.isSparse(sparsity);
    }

    /** {@code z = x · kernel + bias}; the bias may be null. */
    void multiply(WeightSlice kernel, WeightSlice bias, float[] z) {
        if (bias == null) {
            product.multiply(rows, kernel.values(), kernel.offset(), units, zeros, 0, z, 0);
        } else {
            product.multiply(rows, kernel.values(), kernel.offset(), units, bias.values(), bias.offset(), z, 0);
        }
    }

    /** Writes the gradient of the kernel, {@code xᵀ · dz}. */
    void writeGradient(float[] dz, WeightSlice kernel) {
        rows.transposeTo(transposed);
        gradientProduct.multiply(transposed, dz, 0, units, zeros, 0, kernel.gradient(), kernel.offset());
    }
}
