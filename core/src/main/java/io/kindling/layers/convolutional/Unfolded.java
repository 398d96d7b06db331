package io.kindling.layers.convolutional;

import io.kindling.layers.LayerBinding;
import io.kindling.layers.core.Bias;
import io.kindling.linalg.NativeMatrix;
import java.util.stream.IntStream;

/**
 * The windows of a mini-batch laid out in native memory, so that a convolution is a matrix product with the kernel.
 *
 * <p>Windows overlap, so together they are many times the size of the input. They are laid out for a few examples at a
 * time, a piece, and again on the way back, unless those of all examples are one piece or small enough to keep.
 */
abstract sealed class Unfolded implements AutoCloseable permits UnfoldedRows, UnfoldedColumns {
    /** Up to so many values of all examples are kept, 4 MB. */
    private static final int VALUES_KEPT = 1 << 20;

    private final Patches patches;
    /** Of one example. */
    private final int inputs;
    /** How many examples a piece has. */
    private final int room;

    private final boolean keeps;
    /** All pieces, or one that all share. */
    private final NativeMatrix whole;

    private final NativeMatrix[] pieces;
    private final float[] matrix;

    /**
     * Allocates the pieces.
     *
     * @param rows of the matrix of one example
     */
    Unfolded(Patches patches, int room, int rows, LayerBinding binding) {
        this.patches = patches;
        this.inputs = binding.inputShape().size();
        this.room = room;
        int batch = binding.batchSize();
        this.keeps = binding.training() && (room == batch || (long) batch * patches.size() <= VALUES_KEPT);
        this.whole = new NativeMatrix((keeps ? batch : room) * rows, patches.size() / rows);
        this.pieces = IntStream.range(0, (batch + room - 1) / room)
                .mapToObj(piece -> keeps ? whole.from(piece * room * rows) : whole)
                .toArray(NativeMatrix[]::new);
        this.matrix = new float[room * patches.size()];
    }

    /** The layout that is quicker. */
    static Unfolded of(Windows windows, LayerBinding binding) {
        Patches byWindow = Patches.byWindow(windows);
        if (windows.channels() == 1) {
            Patches byTap = Patches.byTap(windows);
            if (UnfoldedColumns.isQuicker(byTap, byWindow)) {
                return new UnfoldedColumns(byTap, windows.taps(), binding);
            }
        }
        return new UnfoldedRows(byWindow, windows.count(), binding);
    }

    /** How many examples a piece has, but for the last. */
    final int room() {
        return room;
    }

    /** Lays out the examples of the piece that begins with one of them. */
    final void layOut(float[] x, int first, int count) {
        for (int i = 0; i < count; i++) {
            patches.gather(x, (first + i) * inputs, matrix, i * patches.size());
        }
        piece(first).write(matrix, 0, count * patches.size());
    }

    /** Lays them out again if they are not there any more. */
    final void layOutAgain(float[] x, int first, int count) {
        if (!keeps) {
            layOut(x, first, count);
        }
    }

    /** Adds {@code dz · kernelᵀ} to the gradient of each position that a window covers; the piece is lost. */
    final void addInputGradient(int first, NativeMatrix dz, NativeMatrix kernel, float[] dx, int count) {
        writeGradient(first, dz, kernel, count);
        piece(first).read(matrix, 0, count * patches.size());
        for (int i = 0; i < count; i++) {
            patches.scatter(matrix, i * patches.size(), dx, (first + i) * inputs);
        }
    }

    /** The piece that begins with an example. */
    final NativeMatrix piece(int first) {
        return pieces[first / room];
    }

    /** {@code z = windows · kernel + bias} for the windows of a piece. */
    abstract void multiply(int first, NativeMatrix kernel, Bias bias, NativeMatrix z, int count);

    /** {@code gradient += windowsᵀ · dz}. */
    abstract void addKernelGradient(int first, NativeMatrix dz, NativeMatrix gradient, int count);

    /** Writes to a piece the gradient of what was in it, {@code dz · kernelᵀ}. */
    abstract void writeGradient(int first, NativeMatrix dz, NativeMatrix kernel, int count);

    @Override
    public void close() {
        whole.close();
    }
}
