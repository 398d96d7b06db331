package io.kindling.layers.attention;

import io.kindling.layers.LayerBinding;
import io.kindling.layers.core.Bias;
import io.kindling.layers.core.KernelProduct;
import io.kindling.linalg.NativeMatrix;

/** One of the dense layers in an attention: a row per step, from features to the columns of all heads or back. */
final class Projection implements AutoCloseable {
    private final KernelProduct product;
    /** What comes out, then its gradient. */
    private final NativeMatrix output;

    private final int columns;

    /**
     * Binds the weights.
     *
     * @param name before their slash
     * @param rows the most rows at once
     */
    Projection(String name, int inputs, int columns, int rows, LayerBinding binding) {
        Bias bias = Bias.of(binding.find(name + "/bias"), columns, rows, binding.training());
        this.product = new KernelProduct(binding.weight(name + "/kernel"), bias, inputs, columns, binding.training());
        this.output = new NativeMatrix(rows, columns);
        this.columns = columns;
    }

    int columns() {
        return columns;
    }

    /** What came out last; whoever has its gradient writes it there. */
    NativeMatrix output() {
        return output;
    }

    void forward(NativeMatrix x, int rows) {
        product.multiply(x, output, rows);
    }

    /** Writes the gradients of the weights from that of the output. */
    void backward(NativeMatrix x, NativeMatrix dz, int rows) {
        product.biasGradient(dz, rows);
        product.kernelGradient(x, dz, rows);
    }

    void inputGradient(NativeMatrix dz, NativeMatrix dx, int rows) {
        product.inputGradient(dz, dx, rows);
    }

    void addInputGradient(NativeMatrix dz, NativeMatrix dx, int rows) {
        product.addInputGradient(dz, dx, rows);
    }

    @Override
    public void close() {
        product.close();
        output.close();
    }
}
