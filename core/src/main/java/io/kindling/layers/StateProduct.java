package io.kindling.layers;

import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;

/** The product of a state with one square block of columns of a recurrent kernel. */
final class StateProduct implements AutoCloseable {
    private final int steps;
    private final int units;
    private final float[] block;
    private final float[] flat;
    private final NativeMatrix state;
    private final NativeMatrix kernel;
    private final NativeMatrix product;
    private final NativeMatrix allStates;
    private final NativeMatrix allGradients;
    private final NativeMatrix kernelGradient;

    StateProduct(int batch, int steps, int units, boolean training) {
        this.steps = steps;
        this.units = units;
        this.block = new float[units * units];
        this.flat = new float[training ? steps * batch * units : 0];
        this.state = new NativeMatrix(batch, units);
        this.kernel = new NativeMatrix(units, units);
        this.product = new NativeMatrix(batch, units);
        this.allStates = training ? new NativeMatrix(steps * batch, units) : null;
        this.allGradients = training ? new NativeMatrix(steps * batch, units) : null;
        this.kernelGradient = training ? new NativeMatrix(units, units) : null;
    }

    /** Takes the block that starts at a column. */
    void readKernel(WeightSlice recurrentKernel, int columns, int firstColumn) {
        for (int row = 0; row < units; row++) {
            int from = recurrentKernel.offset() + row * columns + firstColumn;
            System.arraycopy(recurrentKernel.values(), from, block, row * units, units);
        }
        kernel.write(block, 0, block.length);
    }

    /** {@code target = values · block}. */
    void multiply(float[] values, float[] target, int rows) {
        state.write(values, 0, rows * units);
        MatrixProduct.multiply(state, kernel, product, rows);
        product.read(target, 0, rows * units);
    }

    /** {@code target = gradient · blockᵀ}. */
    void multiplyBack(float[] gradient, float[] target, int rows) {
        product.write(gradient, 0, rows * units);
        MatrixProduct.multiplyTransposedRight(product, kernel, state, rows);
        state.read(target, 0, rows * units);
    }

    /**
     * Writes the gradient of the block, summed over all steps.
     *
     * @param states what each step multiplied
     * @param gradients of the products, among {@code columns} columns from the block's first on
     */
    void kernelGradient(
            float[][] states, float[][] gradients, int columns, int firstColumn, WeightSlice target, int rows) {
        for (int t = 0; t < steps; t++) {
            System.arraycopy(states[t], 0, flat, t * rows * units, rows * units);
        }
        allStates.write(flat, 0, steps * rows * units);
        for (int t = 0; t < steps; t++) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(gradients[t], row * columns + firstColumn, flat, (t * rows + row) * units, units);
            }
        }
        allGradients.write(flat, 0, steps * rows * units);
        MatrixProduct.multiplyTransposedLeft(allStates, allGradients, kernelGradient, steps * rows);
        kernelGradient.read(block, 0, block.length);
        for (int row = 0; row < units; row++) {
            int to = target.offset() + row * columns + firstColumn;
            System.arraycopy(block, row * units, target.gradient(), to, units);
        }
    }

    @Override
    public void close() {
        state.close();
        kernel.close();
        product.close();
        if (allStates != null) {
            allStates.close();
            allGradients.close();
            kernelGradient.close();
        }
    }
}
