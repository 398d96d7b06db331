package io.kindling.layers;

import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;
import io.kindling.math.Rows;
import java.util.Arrays;

/**
 * The running form that recurrent layers share: all steps' inputs are multiplied by the kernel at once, then a
 * subclass goes from step to step.
 *
 * <p>Inside, arrays are step-major: all examples of the first step, then all of the second. Columns of the kernels are
 * gate after gate, as in Keras.
 */
abstract class RecurrentBound implements BoundLayer {
    /** Keeps the randomness of the two masks apart. */
    private static final int INPUT_MASK = 0;

    private static final int STATE_MASK = 1;

    final int units;
    final int columns;
    final int steps;
    final WeightSlice recurrentKernel;
    final NativeMatrix nativeRecurrent;

    /** States before each step, and after the last: {@code states[t]} is what step t starts from. */
    final float[][] states;
    /** The inputs of each step times the kernel. */
    final float[][] projected;
    /** The gradients of {@link #projected}. */
    final float[][] projectedGradient;

    private final Recurrent<?> layer;
    private final int features;
    private final boolean inputGradient;
    private final WeightSlice kernel;

    private final float[] inputs;
    private final float[] flat;
    private final float[] y;
    private final float[] dx;
    private final float[] inputMask;
    private final float[] stateMask;
    /** The states as they enter the product: masked, if there is a mask. */
    private final float[][] enteringStates;

    private final float[] stateProduct;
    private final float[] stateGradient;
    /** The gradient of the state after a step, kept for the examples that skip it. */
    private final float[] gradientAfter;

    private final NativeMatrix nativeInputs;
    private final NativeMatrix nativeKernel;
    private final NativeMatrix nativeProjected;
    private final NativeMatrix nativeState;
    private final NativeMatrix nativeStateProduct;
    private final NativeMatrix nativeStates;
    private final NativeMatrix nativeKernelGradient;
    private final NativeMatrix nativeRecurrentGradient;
    private long version = -1;
    private boolean dropping;
    /** Null if all steps count. */
    private StepMask mask;

    /**
     * Allocates the buffers.
     *
     * @param gates how many blocks of {@code units} columns the kernels have
     */
    RecurrentBound(Recurrent<?> layer, int gates, LayerBinding binding) {
        this.layer = layer;
        this.units = layer.units();
        this.columns = gates * units;
        this.steps = binding.inputShape().dimension(0);
        this.features = binding.inputShape().dimension(1);
        this.kernel = binding.weights().get(0);
        this.recurrentKernel = binding.weights().get(1);
        this.inputGradient = binding.training() && binding.inputGradient();
        int batch = binding.batchSize();
        int rows = Math.multiplyExact(batch, steps);
        this.inputs = new float[rows * features];
        this.flat = new float[rows * columns];
        this.y = new float[layer.returnSequences() ? rows * units : batch * units];
        this.dx = inputGradient ? new float[rows * features] : null;
        this.inputMask = layer.dropout() > 0 && binding.training() ? new float[batch * features] : null;
        this.stateMask = layer.recurrentDropout() > 0 && binding.training() ? new float[batch * units] : null;
        this.states = new float[steps + 1][batch * units];
        this.projected = new float[steps][batch * columns];
        this.projectedGradient = binding.training() ? new float[steps][batch * columns] : null;
        this.enteringStates = new float[steps][batch * units];
        this.stateProduct = new float[batch * columns];
        this.stateGradient = new float[batch * units];
        this.gradientAfter = new float[binding.training() ? batch * units : 0];
        this.nativeInputs = new NativeMatrix(rows, features);
        this.nativeKernel = new NativeMatrix(features, columns);
        this.nativeProjected = new NativeMatrix(rows, columns);
        this.nativeRecurrent = new NativeMatrix(units, columns);
        this.nativeState = new NativeMatrix(batch, units);
        this.nativeStateProduct = new NativeMatrix(batch, columns);
        this.nativeStates = binding.training() ? new NativeMatrix(rows, units) : null;
        this.nativeKernelGradient = binding.training() ? new NativeMatrix(features, columns) : null;
        this.nativeRecurrentGradient = binding.training() ? new NativeMatrix(units, columns) : null;
    }

    /**
     * Computes {@code states[t + 1]} for the first {@code count / units} examples from {@code states[t]} and
     * {@code projected[t]}.
     */
    abstract void stepForward(int t, int rows);

    /**
     * From the gradient of {@code states[t + 1]} writes that of {@code projected[t]}, and replaces it by the gradient of
     * {@code states[t]}.
     */
    abstract void stepBackward(int t, float[] gradient, int rows);

    /** Replaces what {@link #stepForward} gave for the example that starts at an offset by what was there before. */
    void skipForward(int t, int offset) {
        System.arraycopy(states[t], offset, states[t + 1], offset, units);
    }

    /** Keeps the gradients that {@link #skipBackward} may need. */
    void rememberGradients(int rows) {
        System.arraycopy(stateGradient, 0, gradientAfter, 0, rows * units);
    }

    /** Replaces what {@link #stepBackward} gave for an example by what skipping the step gives. */
    void skipBackward(int t, int row) {
        System.arraycopy(gradientAfter, row * units, stateGradient, row * units, units);
        Arrays.fill(projectedGradient[t], row * columns, (row + 1) * columns, 0f);
    }

    /** Called before the first step backward. */
    abstract void startBackward(int rows);

    /** Adds up the gradients of what only the subclass knows, such as biases. */
    abstract void finishBackward(int rows);

    @Override
    public final float[] forward(float[] x, int rows, ForwardPass pass) {
        dropping = pass.training();
        mask = pass.mask();
        drawMasks(rows, pass);
        toStepMajor(x, rows);
        nativeInputs.write(inputs, 0, rows * steps * features);
        if (version != kernel.vector().version()) {
            nativeKernel.write(kernel.values(), kernel.offset(), kernel.size());
            nativeRecurrent.write(recurrentKernel.values(), recurrentKernel.offset(), recurrentKernel.size());
            version = kernel.vector().version();
        }
        MatrixProduct.multiply(nativeInputs, nativeKernel, nativeProjected, rows * steps);
        nativeProjected.read(flat, 0, rows * steps * columns);
        Arrays.fill(states[0], 0, rows * units, 0f);
        for (int t = 0; t < steps; t++) {
            System.arraycopy(flat, t * rows * columns, projected[t], 0, rows * columns);
            stepForward(t, rows);
            for (int row = 0; mask != null && row < rows; row++) {
                if (!mask.counts(row, time(t))) {
                    skipForward(t, row * units);
                }
            }
        }
        return output(rows);
    }

    private void drawMasks(int rows, ForwardPass pass) {
        if (dropping && inputMask != null) {
            DropMask.draw(
                    inputMask, rows * features, layer.dropout(), pass.key().with(INPUT_MASK));
        }
        if (dropping && stateMask != null) {
            DropMask.draw(
                    stateMask,
                    rows * units,
                    layer.recurrentDropout(),
                    pass.key().with(STATE_MASK));
        }
    }

    private void toStepMajor(float[] x, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int t = 0; t < steps; t++) {
                int source = (row * steps + time(t)) * features;
                int target = (t * rows + row) * features;
                System.arraycopy(x, source, inputs, target, features);
                if (dropping && inputMask != null) {
                    for (int i = 0; i < features; i++) {
                        inputs[target + i] *= inputMask[row * features + i];
                    }
                }
            }
        }
    }

    /** Which element of the sequence a step reads. */
    private int time(int t) {
        return layer.goBackwards() ? steps - 1 - t : t;
    }

    private float[] output(int rows) {
        if (!layer.returnSequences()) {
            System.arraycopy(states[steps], 0, y, 0, rows * units);
            return y;
        }
        for (int t = 0; t < steps; t++) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(states[t + 1], row * units, y, (row * steps + t) * units, units);
            }
        }
        return y;
    }

    /** {@code states[t] · recurrent kernel}, row-major (rows, columns), valid until the next call. */
    final float[] multiplyState(int t, int rows) {
        float[] entering = enteringStates[t];
        System.arraycopy(states[t], 0, entering, 0, rows * units);
        throughMask(entering, rows);
        nativeState.write(entering, 0, rows * units);
        MatrixProduct.multiply(nativeState, nativeRecurrent, nativeStateProduct, rows);
        nativeStateProduct.read(stateProduct, 0, rows * columns);
        return stateProduct;
    }

    /** Writes {@code gradient · recurrent kernelᵀ}, the gradient of the state through {@link #multiplyState}. */
    final void multiplyBack(float[] gradient, float[] target, int rows) {
        nativeStateProduct.write(gradient, 0, rows * columns);
        MatrixProduct.multiplyTransposedRight(nativeStateProduct, nativeRecurrent, nativeState, rows);
        nativeState.read(target, 0, rows * units);
        throughMask(target, rows);
    }

    /** The state before a step as {@link #multiplyState} used it: masked, if there is a mask. */
    final float[] enteringState(int t) {
        return enteringStates[t];
    }

    /** Applies the mask of the state, if there is one, to a state or its gradient. */
    final void throughMask(float[] values, int rows) {
        if (dropping && stateMask != null) {
            DropMask.apply(stateMask, values, rows * units);
        }
    }

    @Override
    public final StepMask outputMask(StepMask input, int rows) {
        return layer.returnSequences() ? input : null;
    }

    @Override
    public final float[] backward(float[] dy, int rows) {
        startBackward(rows);
        Arrays.fill(stateGradient, 0, rows * units, 0f);
        for (int t = steps - 1; t >= 0; t--) {
            addOutputGradient(dy, t, rows);
            backThroughStep(t, rows);
        }
        for (int t = 0; t < steps; t++) {
            System.arraycopy(projectedGradient[t], 0, flat, t * rows * columns, rows * columns);
        }
        nativeProjected.write(flat, 0, rows * steps * columns);
        MatrixProduct.multiplyTransposedLeft(nativeInputs, nativeProjected, nativeKernelGradient, rows * steps);
        nativeKernelGradient.read(kernel.gradient(), kernel.offset(), kernel.size());
        if (inputGradient) {
            MatrixProduct.multiplyTransposedRight(nativeProjected, nativeKernel, nativeInputs, rows * steps);
            nativeInputs.read(inputs, 0, rows * steps * features);
            toExampleMajor(rows);
        }
        finishBackward(rows);
        return dx;
    }

    private void backThroughStep(int t, int rows) {
        if (mask == null) {
            stepBackward(t, stateGradient, rows);
            return;
        }
        rememberGradients(rows);
        stepBackward(t, stateGradient, rows);
        for (int row = 0; row < rows; row++) {
            if (!mask.counts(row, time(t))) {
                skipBackward(t, row);
            }
        }
    }

    private void addOutputGradient(float[] dy, int t, int rows) {
        if (layer.returnSequences()) {
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < units; i++) {
                    stateGradient[row * units + i] += dy[(row * steps + t) * units + i];
                }
            }
        } else if (t == steps - 1) {
            System.arraycopy(dy, 0, stateGradient, 0, rows * units);
        }
    }

    private void toExampleMajor(int rows) {
        for (int row = 0; row < rows; row++) {
            for (int t = 0; t < steps; t++) {
                int source = (t * rows + row) * features;
                int target = (row * steps + time(t)) * features;
                System.arraycopy(inputs, source, dx, target, features);
                if (dropping && inputMask != null) {
                    for (int i = 0; i < features; i++) {
                        dx[target + i] *= inputMask[row * features + i];
                    }
                }
            }
        }
    }

    /**
     * Writes the gradient of the recurrent kernel.
     *
     * @param gradients of each step's {@link #multiplyState}
     */
    final void recurrentKernelGradient(float[][] gradients, int rows) {
        for (int t = 0; t < steps; t++) {
            System.arraycopy(gradients[t], 0, flat, t * rows * columns, rows * columns);
        }
        nativeProjected.write(flat, 0, rows * steps * columns);
        for (int t = 0; t < steps; t++) {
            System.arraycopy(enteringStates[t], 0, flat, t * rows * units, rows * units);
        }
        nativeStates.write(flat, 0, rows * steps * units);
        MatrixProduct.multiplyTransposedLeft(nativeStates, nativeProjected, nativeRecurrentGradient, rows * steps);
        nativeRecurrentGradient.read(recurrentKernel.gradient(), recurrentKernel.offset(), recurrentKernel.size());
    }

    /** Writes the sum over all steps and examples of a gradient: that of a bias. */
    final void biasGradient(WeightSlice bias, int biasOffset, float[][] gradients, int rows) {
        float[] target = bias.gradient();
        Arrays.fill(target, biasOffset, biasOffset + columns, 0f);
        for (int t = 0; t < steps; t++) {
            for (int row = 0; row < rows; row++) {
                Rows.add(gradients[t], row * columns, target, biasOffset, columns);
            }
        }
    }

    @Override
    public void close() {
        nativeInputs.close();
        nativeKernel.close();
        nativeProjected.close();
        nativeRecurrent.close();
        nativeState.close();
        nativeStateProduct.close();
        if (nativeStates != null) {
            nativeStates.close();
            nativeKernelGradient.close();
            nativeRecurrentGradient.close();
        }
    }
}
