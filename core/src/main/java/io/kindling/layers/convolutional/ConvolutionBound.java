package io.kindling.layers.convolutional;

import io.kindling.activations.Activation;
import io.kindling.layers.BoundLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.core.Bias;
import io.kindling.linalg.NativeMatrix;
import java.util.Arrays;

/** The running form of convolutions: the matrix of all windows, times the kernel. */
final class ConvolutionBound implements BoundLayer {
    private final Activation activation;
    private final WeightSlice kernel;
    private final Bias bias;
    private final Unfolded unfolded;
    private final int windows;
    private final int filters;
    private final int inputs;

    private final NativeMatrix nativeKernel;
    /** Of the examples laid out at once. */
    private final NativeMatrix nativeZ;
    /** Null outside training. */
    private final NativeMatrix nativeKernelGradient;

    private final float[] z;
    /** The same array as z if the activation may write there. */
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
        this.kernel = binding.weight("kernel");
        this.unfolded = Unfolded.of(sliding, binding);
        this.windows = sliding.count();
        this.filters = layer.filters();
        this.inputs = binding.inputShape().size();
        int columns = kernel.size() / filters;
        int rowsAtOnce = unfolded.room() * windows;
        boolean training = binding.training();
        this.bias = new Bias(layer.useBias() ? binding.weight("bias") : null, filters, rowsAtOnce, training);
        this.nativeKernel = new NativeMatrix(columns, filters);
        this.nativeZ = new NativeMatrix(rowsAtOnce, filters);
        this.nativeKernelGradient = training ? new NativeMatrix(columns, filters) : null;
        int batch = binding.batchSize();
        int rows = Math.multiplyExact(batch, windows);
        this.z = new float[Math.multiplyExact(rows, filters)];
        int outputColumns = activation.outputColumns(filters);
        this.y = activation.isInPlace() ? z : new float[rows * outputColumns];
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
        for (int first = 0; first < rows; first += unfolded.room()) {
            int count = Math.min(unfolded.room(), rows - first);
            unfolded.layOut(x, first, count);
            unfolded.multiply(first, nativeKernel, bias, nativeZ, count);
            nativeZ.read(z, first * windows * filters, count * windows * filters);
        }
        if (!activation.isIdentity()) {
            activation.forward(z, y, rows * windows, filters);
        }
        return y;
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        float[] gradient = dz == null ? dy : dz;
        if (!activation.isIdentity()) {
            activation.backward(z, y, dy, gradient, rows * windows, filters);
        }
        nativeKernelGradient.clear();
        if (dx != null) {
            Arrays.fill(dx, 0, rows * inputs, 0f);
        }
        for (int first = 0; first < rows; first += unfolded.room()) {
            backward(gradient, first, Math.min(unfolded.room(), rows - first));
        }
        nativeKernelGradient.read(kernel.gradient(), kernel.offset(), kernel.size());
        bias.writeGradient();
        return dx;
    }

    private void backward(float[] gradient, int first, int count) {
        unfolded.layOutAgain(x, first, count);
        nativeZ.write(gradient, first * windows * filters, count * windows * filters);
        bias.addGradient(nativeZ, count * windows);
        unfolded.addKernelGradient(first, nativeZ, nativeKernelGradient, count);
        if (dx != null) {
            unfolded.addInputGradient(first, nativeZ, nativeKernel, dx, count);
        }
    }

    @Override
    public void close() {
        bias.close();
        unfolded.close();
        nativeKernel.close();
        nativeZ.close();
        if (nativeKernelGradient != null) {
            nativeKernelGradient.close();
        }
    }
}
