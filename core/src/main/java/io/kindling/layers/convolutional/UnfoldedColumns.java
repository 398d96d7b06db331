package io.kindling.layers.convolutional;

import io.kindling.layers.LayerBinding;
import io.kindling.layers.core.Bias;
import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;

/**
 * Every window is a column: (taps, windows), one example at a time, of an input of one channel. What a tap sees of
 * neighbouring windows are neighbours, so a row of an image is one copy, where rows of windows take one for each.
 */
final class UnfoldedColumns extends Unfolded {
    /** So many copies take as long as the products' calls for an example of its own. */
    private static final int COPIES_PER_PIECE = 400;

    private final int taps;

    UnfoldedColumns(Patches byTap, int taps, LayerBinding binding) {
        super(byTap, 1, taps, binding);
        this.taps = taps;
    }

    /** Whether this layout of the same windows is quicker than rows. */
    static boolean isQuicker(Patches byTap, Patches byWindow) {
        return byTap.copies() + COPIES_PER_PIECE < byWindow.copies();
    }

    @Override
    void multiply(int first, NativeMatrix kernel, Bias bias, NativeMatrix z, int count) {
        bias.addToProductTransposedLeft(piece(first), kernel, z, taps);
    }

    @Override
    void addKernelGradient(int first, NativeMatrix dz, NativeMatrix gradient, int count) {
        MatrixProduct.addProduct(piece(first), dz, gradient, taps);
    }

    @Override
    void writeGradient(int first, NativeMatrix dz, NativeMatrix kernel, int count) {
        MatrixProduct.multiplyTransposedRight(kernel, dz, piece(first), taps);
    }
}
