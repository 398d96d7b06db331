package io.kindling.layers;

import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;

/**
 * Every window is a column: (taps, windows), one example at a time, of an input of one channel. What a tap sees of
 * neighbouring windows are neighbours, so a row of an image is one copy, where rows of windows take one for each.
 */
final class UnfoldedColumns extends Unfolded {
    /** As long as so many copies take the products of an example that is a piece of its own. */
    private static final int COPIES_PER_PIECE = 400;

    private final int taps;

    UnfoldedColumns(Windows windows, LayerBinding binding) {
        super(Patches.byTap(windows), 1, windows.taps(), binding);
        this.taps = windows.taps();
    }

    /** Whether this layout is quicker than the other. */
    static boolean saveCopies(Windows windows, Patches rows) {
        return windows.channels() == 1 && Patches.byTap(windows).copies() + COPIES_PER_PIECE < rows.copies();
    }

    @Override
    void addProduct(NativeMatrix piece, NativeMatrix kernel, NativeMatrix z, int count) {
        MatrixProduct.addProductTransposedLeft(piece, kernel, z, taps);
    }

    @Override
    void addKernelGradient(NativeMatrix piece, NativeMatrix dz, NativeMatrix gradient, int count) {
        MatrixProduct.addProduct(piece, dz, gradient, taps);
    }

    @Override
    void writeGradient(NativeMatrix dz, NativeMatrix kernel, NativeMatrix piece, int count) {
        MatrixProduct.multiplyTransposedRight(kernel, dz, piece, taps);
    }
}
