package io.kindling.layers.core;

import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
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
    /** Whether it is worth looking for zeros. */
    private final boolean pays;

    private final int sparsity;
    /** Room for inputs that come with all their zeros. */
    private final SparseRows own;
    /** Room for the transpose. */
    private final SparseRows transposed;

    private final SparseProduct product = SparseProduct.create();
    private final SparseProduct gradientProduct = SparseProduct.create();
    /** What the gradient of the kernel starts from. */
    private final float[] zeros;

    /** The input at hand. */
    private SparseRows rows;

    /** Makes room where it pays: not for few units, nor if the gradient of the input, which is not sparse, is asked for. */
    SparseInput(int rows, int inputs, int units, LayerBinding binding) {
        this.units = units;
        this.pays = units >= LEAST_UNITS && !binding.asksInputGradient();
        this.sparsity = units < FEW_UNITS ? SPARSITY_FOR_FEW : SPARSITY;
        this.own = pays ? new SparseRows(rows, inputs) : new SparseRows(0, 0);
        this.transposed = pays && binding.training() ? new SparseRows(inputs, rows) : new SparseRows(0, 0);
        this.rows = own;
        this.zeros = new float[units];
    }

    /** Takes an input, until the next one, if most of it is zero, and says whether it has. */
    boolean take(Tensor input, int rowsPerExample) {
        if (!pays) {
            return false;
        }
        if (rowsPerExample == 1 && input.sparse().isPresent()) {
            rows = input.sparse().get();
            return rows.isSparse(sparsity);
        }
        rows = own;
        return own.take(input.values(), input.rows() * rowsPerExample, sparsity);
    }

    /** {@code z = x · kernel + bias}. */
    void multiply(WeightSlice kernel, Bias bias, float[] z) {
        product.multiply(rows, kernel.values(), kernel.offset(), units, bias.values(), bias.offset(), z, 0);
    }

    /** Writes the gradient of the kernel, {@code xᵀ · dz}. */
    void writeGradient(float[] dz, WeightSlice kernel) {
        rows.transposeTo(transposed);
        gradientProduct.multiply(transposed, dz, 0, units, zeros, 0, kernel.gradient(), kernel.offset());
    }
}
