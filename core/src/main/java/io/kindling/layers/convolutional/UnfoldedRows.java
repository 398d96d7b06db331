package io.kindling.layers.convolutional;

import io.kindling.layers.LayerBinding;
import io.kindling.layers.core.Bias;
import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;

/** Every window is a row: (windows, taps · channels) for each example, one example below the other. */
final class UnfoldedRows extends Unfolded {
    /** So many values of a piece, 256 kB, unless one example has more: they fit into a core's cache. */
    private static final int VALUES_AT_ONCE = 1 << 16;

    private final int windows;

    UnfoldedRows(Patches byWindow, int windows, LayerBinding binding) {
        super(byWindow, room(byWindow, binding.batchSize()), windows, binding);
        this.windows = windows;
    }

    private static int room(Patches byWindow, int batch) {
        return Math.max(1, Math.min(batch, VALUES_AT_ONCE / byWindow.size()));
    }

    @Override
    void multiply(int first, NativeMatrix kernel, Bias bias, NativeMatrix z, int count) {
        bias.addToProduct(piece(first), kernel, z, count * windows);
    }

    @Override
    void addKernelGradient(int first, NativeMatrix dz, NativeMatrix gradient, int count) {
        MatrixProduct.addProductTransposedLeft(piece(first), dz, gradient, count * windows);
    }

    @Override
    void writeGradient(int first, NativeMatrix dz, NativeMatrix kernel, int count) {
        MatrixProduct.multiplyTransposedRight(dz, kernel, piece(first), count * windows);
    }
}
