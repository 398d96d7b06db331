package io.kindling.layers.recurrent;

import io.kindling.layers.LayerBinding;
import io.kindling.layers.core.Bias;
import java.util.List;

/**
 * The running form of recurrent layers that add the products of input and state: it makes both at once, of input and
 * state side by side and of their kernels one below the other.
 */
abstract class BoundJointRecurrent extends BoundRecurrent {
    private final StepKernel kernel;
    private final int columns;
    private final boolean inputGradient;
    /** Input and state of each example, or their gradients. */
    private final float[] joint;

    /**
     * Allocates the buffers.
     *
     * @param gates how many blocks of {@code units} columns the kernels have
     */
    BoundJointRecurrent(Recurrent<?> layer, int gates, LayerBinding binding) {
        super(layer, binding);
        this.columns = gates * units;
        this.inputGradient = binding.asksInputGradient();
        int batch = binding.batchSize();
        this.joint = new float[batch * (features + units)];
        this.kernel = new StepKernel(
                List.of(binding.weight("kernel"), binding.weight("recurrent_kernel")),
                0,
                columns,
                inputGradient ? 0 : features,
                Bias.of(binding.find("bias"), columns, batch, binding.training()),
                steps,
                binding);
    }

    /** {@code target = inputs[t] · kernel + states[t] · recurrent kernel + bias}, row-major (rows, columns). */
    final void multiply(int t, float[] target, int rows) {
        int width = features + units;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(inputs, (t * rows + row) * features, joint, row * width, features);
            System.arraycopy(enteringState(t), row * units, joint, row * width + features, units);
        }
        kernel.forward(t, joint, 0, target, rows);
    }

    /** From the gradient of what {@link #multiply} gave to those of weights, inputs and the state before the step. */
    final void multiplyBack(int t, float[] gradient, float[] stateGradient, int rows) {
        zeroSkipped(t, gradient, columns, rows);
        kernel.addGradients(t, gradient, rows);
        if (inputGradient) {
            kernel.inputGradient(joint, 0, rows);
            int width = features + units;
            for (int row = 0; row < rows; row++) {
                System.arraycopy(joint, row * width, inputs, (t * rows + row) * features, features);
                System.arraycopy(joint, row * width + features, stateGradient, row * units, units);
            }
        } else {
            kernel.inputGradient(stateGradient, 0, rows);
        }
        throughMask(stateGradient, rows);
    }

    @Override
    final void finishBackward() {
        kernel.writeGradients();
    }

    @Override
    public final void close() {
        kernel.close();
    }
}
