package io.kindling.layers.convolutional;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.core.Bias;
import io.kindling.layers.core.LoadedKernel;
import io.kindling.linalg.NativeMatrix;
import java.util.Arrays;

/** The running form of convolutions: the matrix of all windows, times the kernel; the activation is a part of its own. */
final class BoundConvolution implements BoundUnaryLayer {
    private final WeightSlice kernel;
    private final Bias bias;
    private final Unfolded unfolded;
    private final int windows;
    private final int filters;
    private final int inputs;
    private final boolean inputGradient;

    private final LoadedKernel loaded;
    /** Of the examples laid out at once. */
    private final NativeMatrix nativeZ;

    private final NativeMatrix nativeKernelGradient;

    private final float[] z;
    private final float[] dx;

    private float[] x = {};

    BoundConvolution(Convolution<?> layer, LayerBinding binding) {
        Windows sliding = layer.windows(binding.inputShape());
        this.kernel = binding.weight("kernel");
        this.unfolded = Unfolded.of(sliding, binding);
        this.windows = sliding.count();
        this.filters = layer.filters();
        this.inputs = binding.inputShape().size();
        this.inputGradient = binding.asksInputGradient();
        int columns = kernel.size() / filters;
        int rowsAtOnce = unfolded.room() * windows;
        boolean training = binding.training();
        this.bias = Bias.of(binding.find("bias"), filters, rowsAtOnce, training);
        this.loaded = new LoadedKernel(kernel, columns, filters);
        this.nativeZ = new NativeMatrix(rowsAtOnce, filters);
        this.nativeKernelGradient = training ? new NativeMatrix(columns, filters) : NativeMatrix.empty();
        int batch = binding.batchSize();
        this.z = new float[Math.multiplyExact(Math.multiplyExact(batch, windows), filters)];
        this.dx = new float[inputGradient ? Math.multiplyExact(batch, inputs) : 0];
    }

    @Override
    public Tensor forward(Tensor input, ForwardPass pass) {
        x = input.values();
        int rows = input.rows();
        NativeMatrix nativeKernel = loaded.current();
        for (int first = 0; first < rows; first += unfolded.room()) {
            int count = Math.min(unfolded.room(), rows - first);
            unfolded.layOut(x, first, count);
            unfolded.multiply(first, nativeKernel, bias, nativeZ, count);
            nativeZ.read(z, first * windows * filters, count * windows * filters);
        }
        return input.with(z);
    }

    @Override
    public float[] backward(float[] dz, int rows) {
        nativeKernelGradient.clear();
        if (inputGradient) {
            Arrays.fill(dx, 0, rows * inputs, 0f);
        }
        for (int first = 0; first < rows; first += unfolded.room()) {
            backward(dz, first, Math.min(unfolded.room(), rows - first));
        }
        nativeKernelGradient.read(kernel.gradient(), kernel.offset(), kernel.size());
        bias.writeGradient();
        return dx;
    }

    private void backward(float[] dz, int first, int count) {
        unfolded.layOutAgain(x, first, count);
        nativeZ.write(dz, first * windows * filters, count * windows * filters);
        bias.addGradient(nativeZ, count * windows);
        unfolded.addKernelGradient(first, nativeZ, nativeKernelGradient, count);
        if (inputGradient) {
            unfolded.addInputGradient(first, nativeZ, loaded.current(), dx, count);
        }
    }

    @Override
    public void close() {
        bias.close();
        unfolded.close();
        loaded.close();
        nativeZ.close();
        nativeKernelGradient.close();
    }
}
