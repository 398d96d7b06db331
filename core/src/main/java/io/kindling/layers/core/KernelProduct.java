package io.kindling.layers.core;

import io.kindling.layers.WeightSlice;
import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;

/** {@code z = x · kernel + bias} on native matrices, with the gradients of kernel, bias and x. */
public final class KernelProduct implements AutoCloseable {
    private final WeightSlice kernel;
    private final Bias bias;
    private final LoadedKernel loaded;
    private final NativeMatrix kernelGradient;

    /**
     * Binds the weights.
     *
     * @param kernel of so many inputs and columns, whatever axes they have
     * @param bias what is added; closed with this
     */
    public KernelProduct(WeightSlice kernel, Bias bias, int inputs, int columns, boolean training) {
        this.kernel = kernel;
        this.bias = bias;
        this.loaded = new LoadedKernel(kernel, inputs, columns);
        this.kernelGradient = training ? new NativeMatrix(inputs, columns) : NativeMatrix.empty();
    }

    /** {@code z = x · kernel + bias}. */
    public void multiply(NativeMatrix x, NativeMatrix z, int rows) {
        bias.addToProduct(x, loaded.current(), z, rows);
    }

    /** Writes the gradient of the bias, the sum of the rows of that of z. */
    public void biasGradient(NativeMatrix dz, int rows) {
        bias.addGradient(dz, rows);
        bias.writeGradient();
    }

    /** Writes the gradient of the kernel, {@code xᵀ · dz}. */
    public void kernelGradient(NativeMatrix x, NativeMatrix dz, int rows) {
        MatrixProduct.multiplyTransposedLeft(x, dz, kernelGradient, rows);
        kernelGradient.read(kernel.gradient(), kernel.offset(), kernel.size());
    }

    /** {@code dx = dz · kernelᵀ}. */
    public void inputGradient(NativeMatrix dz, NativeMatrix dx, int rows) {
        MatrixProduct.multiplyTransposedRight(dz, loaded.current(), dx, rows);
    }

    /** {@code dx += dz · kernelᵀ}. */
    public void addInputGradient(NativeMatrix dz, NativeMatrix dx, int rows) {
        MatrixProduct.addProductTransposedRight(dz, loaded.current(), dx, rows);
    }

    @Override
    public void close() {
        bias.close();
        loaded.close();
        kernelGradient.close();
    }
}
