package io.kindling.layers;

import io.kindling.activations.Activation;
import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The running form of convolutions: every window a row of a matrix, times the kernel.
 *
 * <p>Windows overlap, so that matrix is many times the size of the input. It is made for as many examples at once as
 * fit into a core's cache, and made again on the way back, unless that of all examples is one piece or small enough to
 * keep.
 */
final class ConvolutionBound implements BoundLayer {
    /** So many values of the matrix at once, 256 kB, unless one example has more. */
    private static final int VALUES_AT_ONCE = 1 << 16;
    /** Up to so many values of all examples are kept, 4 MB. */
    private static final int VALUES_KEPT = 1 << 20;

    private final Activation activation;
    private final WeightSlice kernel;
    private final Bias bias;
    private final Patches patches;
    private final int windows;
    private final int filters;
    private final int inputs;
    /** How many examples are laid out at once. */
    private final int room;
    /** Whether each example's windows stay until the way back. */
    private final boolean keeps;

    /** All examples' matrices, or one that they share. */
    private final NativeMatrix nativePatches;
    /** Where that of each {@link #room} examples lies. */
    private final NativeMatrix[] pieces;

    private final NativeMatrix nativeKernel;
    private final NativeMatrix nativeZ;
    /** Null outside training. */
    private final NativeMatrix nativeKernelGradient;

    private final float[] matrix;
    private final float[] z;
    /** The same array as z if the activation changes nothing. */
    private final float[] y;
    /** Null where the gradient of z fits into that of y. */
    private final float[] dz;
    /** Null unless the gradient of the input is asked for. */
    private final float[] dx;

    private float[] x;
    private long kernelVersion = -1;

    ConvolutionBound(Convolution<?> layer, LayerBinding binding) {
        Windows sliding = layer.windows(binding.inputShape());
        this.activation = layer.activation();
        this.kernel = binding.weights().get(0);
        this.patches = new Patches(sliding);
        this.windows = sliding.count();
        this.filters = layer.filters();
        this.inputs = binding.inputShape().size();
        int batch = binding.batchSize();
        this.room = Math.max(1, Math.min(batch, VALUES_AT_ONCE / patches.size()));
        int columns = kernel.size() / filters;
        boolean training = binding.training();
        this.bias = new Bias(layer.useBias() ? binding.weights().get(1) : null, filters, room * windows, training);
        this.keeps = training && (room == batch || (long) batch * patches.size() <= VALUES_KEPT);
        this.nativePatches = new NativeMatrix((keeps ? batch : room) * windows, columns);
        this.pieces = IntStream.range(0, (batch + room - 1) / room)
                .mapToObj(piece -> keeps ? nativePatches.from(piece * room * windows) : nativePatches)
                .toArray(NativeMatrix[]::new);
        this.nativeKernel = new NativeMatrix(columns, filters);
        this.nativeZ = new NativeMatrix(room * windows, filters);
        this.nativeKernelGradient = training ? new NativeMatrix(columns, filters) : null;
        this.matrix = new float[room * patches.size()];
        int rows = Math.multiplyExact(batch, windows);
        this.z = new float[Math.multiplyExact(rows, filters)];
        int outputColumns = activation.outputColumns(filters);
        this.y = activation.isIdentity() ? z : new float[rows * outputColumns];
        this.dz = training && outputColumns != filters ? new float[rows * filters] : null;
        this.dx = binding.asksInputGradient() ? new float[Math.multiplyExact(batch, inputs)] : null;
    }

    @Override
    public float[] forward(float[] input, int rows, ForwardPass pass) {
        x = input;
        if (kernelVersion != kernel.vector().version()) {
            nativeKernel.write(kernel.values(), kernel.offset(), kernel.size());
            kernelVersion = kernel.vector().version();
        }
        for (int start = 0; start < rows; start += room) {
            int count = Math.min(room, rows - start);
            gather(start, count);
            bias.addToProduct(pieces[start / room], nativeKernel, nativeZ, count * windows);
            nativeZ.read(z, start * windows * filters, count * windows * filters);
        }
        if (y != z) {
            activation.forward(z, y, rows * windows, filters);
        }
        return y;
    }

    private void gather(int start, int count) {
        for (int i = 0; i < count; i++) {
            patches.gather(x, (start + i) * inputs, matrix, i * patches.size());
        }
        pieces[start / room].write(matrix, 0, count * patches.size());
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        float[] gradient = dz == null ? dy : dz;
        if (y != z) {
            activation.backward(z, y, dy, gradient, rows * windows, filters);
        }
        nativeKernelGradient.clear();
        if (dx != null) {
            Arrays.fill(dx, 0, rows * inputs, 0f);
        }
        for (int start = 0; start < rows; start += room) {
            backward(gradient, start, Math.min(room, rows - start));
        }
        nativeKernelGradient.read(kernel.gradient(), kernel.offset(), kernel.size());
        bias.writeGradient();
        return dx;
    }

    private void backward(float[] gradient, int start, int count) {
        if (!keeps) {
            gather(start, count);
        }
        NativeMatrix piece = pieces[start / room];
        nativeZ.write(gradient, start * windows * filters, count * windows * filters);
        bias.addGradient(nativeZ, count * windows);
        MatrixProduct.addProductTransposedLeft(piece, nativeZ, nativeKernelGradient, count * windows);
        if (dx != null) {
            MatrixProduct.multiplyTransposedRight(nativeZ, nativeKernel, piece, count * windows);
            piece.read(matrix, 0, count * patches.size());
            for (int i = 0; i < count; i++) {
                patches.scatter(matrix, i * patches.size(), dx, (start + i) * inputs);
            }
        }
    }

    @Override
    public void close() {
        bias.close();
        nativePatches.close();
        nativeKernel.close();
        nativeZ.close();
        if (nativeKernelGradient != null) {
            nativeKernelGradient.close();
        }
    }
}
