package io.kindling.layers.recurrent;

import io.kindling.layers.LayerBinding;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightVector;
import io.kindling.layers.core.Bias;
import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A kernel that something of every step of a sequence is multiplied by, with the gradients, which it adds up over the
 * steps. Products are made step by step, while what goes into them and comes out is in a core's cache.
 */
final class StepKernel implements AutoCloseable {
    private final WeightVector vector;
    /** Where each row of the kernel starts in the vector. */
    private final int[] starts;

    private final int inputs;
    private final int columns;
    private final Bias bias;

    /** The kernel, or its gradient. */
    private final float[] block;

    private final NativeMatrix kernel;
    /** The rows of the kernel for the inputs whose gradients are asked for. */
    private final NativeMatrix askedKernel;
    /** What was multiplied, in memory of its own and step by step. */
    private final NativeMatrix entered;

    private final NativeMatrix[] enteredAt;
    /** The product, or its gradient. */
    private final NativeMatrix product;

    private final NativeMatrix kernelGradient;
    private final NativeMatrix inputGradient;

    private long version = -1;

    /**
     * Allocates the buffers.
     *
     * @param slices the weights it is made of, one below the other; of one vector
     * @param firstColumn the first of their columns it has
     * @param columns how many columns it has
     * @param firstAsked the first of the inputs whose gradients are asked for; their number for none
     * @param bias what is added to the products; closed with this
     */
    StepKernel(
            List<WeightSlice> slices,
            int firstColumn,
            int columns,
            int firstAsked,
            Bias bias,
            int steps,
            LayerBinding binding) {
        this.vector = slices.get(0).vector();
        this.starts = slices.stream()
                .flatMapToInt(StepKernel::rowStarts)
                .map(start -> start + firstColumn)
                .toArray();
        this.inputs = starts.length;
        this.columns = columns;
        this.bias = bias;
        this.block = new float[inputs * columns];
        int batch = binding.batchSize();
        this.kernel = new NativeMatrix(inputs, columns);
        this.entered = new NativeMatrix(Math.multiplyExact(steps, batch), inputs);
        this.enteredAt = new NativeMatrix[steps];
        Arrays.setAll(enteredAt, t -> entered.from(t * batch));
        this.product = new NativeMatrix(batch, columns);
        this.kernelGradient = binding.training() ? new NativeMatrix(inputs, columns) : NativeMatrix.empty();
        kernelGradient.clear();
        boolean asked = binding.training() && firstAsked < inputs;
        this.askedKernel = asked ? kernel.from(firstAsked) : NativeMatrix.empty();
        this.inputGradient = asked ? new NativeMatrix(batch, inputs - firstAsked) : NativeMatrix.empty();
    }

    private static IntStream rowStarts(WeightSlice slice) {
        int columns = slice.spec().shape().last();
        return IntStream.range(0, slice.size() / columns).map(row -> slice.offset() + row * columns);
    }

    /** {@code target = values · kernel + bias} at a step; values are (rows, inputs). */
    void forward(int t, float[] values, int offset, float[] target, int rows) {
        load();
        enteredAt[t].write(values, offset, rows * inputs);
        bias.addToProduct(enteredAt[t], kernel, product, rows);
        product.read(target, 0, rows * columns);
    }

    private void load() {
        if (version == vector.version()) {
            return;
        }
        for (int row = 0; row < inputs; row++) {
            System.arraycopy(vector.values(), starts[row], block, row * columns, columns);
        }
        kernel.write(block, 0, block.length);
        version = vector.version();
    }

    /** Adds what a step contributes to the gradients of kernel and bias, given that of its product. */
    void addGradients(int t, float[] gradient, int rows) {
        product.write(gradient, 0, rows * columns);
        bias.addGradient(product, rows);
        MatrixProduct.addProductTransposedLeft(enteredAt[t], product, kernelGradient, rows);
    }

    /** Writes the gradient of what entered the step of the last {@link #addGradients}, of those inputs that were asked for. */
    void inputGradient(float[] target, int offset, int rows) {
        MatrixProduct.multiplyTransposedRight(product, askedKernel, inputGradient, rows);
        inputGradient.read(target, offset, rows * inputGradient.columns());
    }

    /** Writes the gradients that were added since the last time. */
    void writeGradients() {
        bias.writeGradient();
        kernelGradient.read(block, 0, block.length);
        kernelGradient.clear();
        for (int row = 0; row < inputs; row++) {
            System.arraycopy(block, row * columns, vector.gradient(), starts[row], columns);
        }
    }

    @Override
    public void close() {
        bias.close();
        kernel.close();
        entered.close();
        product.close();
        kernelGradient.close();
        inputGradient.close();
    }
}
