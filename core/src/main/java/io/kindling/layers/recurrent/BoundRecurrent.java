package io.kindling.layers.recurrent;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.StepMask;
import io.kindling.layers.Tensor;
import io.kindling.layers.regularization.DropMask;
import java.util.Arrays;
import java.util.Optional;

/**
 * The running form that recurrent layers share: it goes from step to step, a subclass makes each step.
 *
 * <p>Inside, arrays are step-major: all examples of the first step, then all of the second.
 */
abstract class BoundRecurrent implements BoundUnaryLayer {
    /** Keeps the randomness of the two masks apart. */
    private static final int INPUT_MASK = 0;

    private static final int STATE_MASK = 1;

    final int units;
    final int features;
    final int steps;

    /** The inputs of all steps, masked if there is a mask; on the way back, their gradients. */
    final float[] inputs;
    /** States before each step, and after the last: {@code states[t]} is what step t starts from. */
    final float[][] states;

    private final Recurrent<?> layer;
    private final float[] y;
    private final float[] dx;
    private final boolean inputGradient;

    private final float[] inputMask;
    private final float[] stateMask;
    /** The states as they enter products: masked if there is a mask, else the states. */
    private final float[][] enteringStates;

    private final float[] stateGradient;
    /** The gradient of the state after a step, kept for the examples that skip it. */
    private final float[] gradientAfter;

    private boolean dropping;
    /** Which steps count. */
    private Optional<StepMask> mask = Optional.empty();

    /** Allocates the buffers. */
    BoundRecurrent(Recurrent<?> layer, LayerBinding binding) {
        this.layer = layer;
        this.units = layer.units();
        this.steps = binding.inputShape().dimension(0);
        this.features = binding.inputShape().dimension(1);
        boolean training = binding.training();
        int batch = binding.batchSize();
        int rows = Math.multiplyExact(batch, steps);
        this.inputs = new float[Math.multiplyExact(rows, features)];
        this.y = new float[layer.returnSequences() ? rows * units : batch * units];
        this.inputGradient = binding.asksInputGradient();
        this.dx = new float[inputGradient ? rows * features : 0];
        this.inputMask = new float[layer.dropout() > 0 && training ? batch * features : 0];
        this.stateMask = new float[layer.recurrentDropout() > 0 && training ? batch * units : 0];
        this.states = new float[steps + 1][batch * units];
        this.enteringStates = stateMask.length == 0 ? states : new float[steps][batch * units];
        this.stateGradient = new float[training ? batch * units : 0];
        this.gradientAfter = new float[stateGradient.length];
    }

    /**
     * Computes {@code states[t + 1]} for the first {@code rows} examples from step t of {@link #inputs} and
     * {@code states[t]}.
     */
    abstract void stepForward(int t, int rows);

    /**
     * From the gradient of {@code states[t + 1]} adds those of the weights, replaces it by the gradient of
     * {@code states[t]}, and writes that of step t of {@link #inputs} there if it is asked for.
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

    /** Replaces the gradient {@link #stepBackward} gave for an example by what skipping the step gives. */
    void skipBackward(int row) {
        System.arraycopy(gradientAfter, row * units, stateGradient, row * units, units);
    }

    /** Called before the first step backward. */
    void startBackward(int rows) {}

    /** Writes the gradients of the weights. */
    abstract void finishBackward();

    @Override
    public final Tensor forward(Tensor input, ForwardPass pass) {
        float[] x = input.values();
        int rows = input.rows();
        dropping = pass.training();
        mask = input.mask();
        drawMasks(rows, pass);
        toStepMajor(x, rows);
        Arrays.fill(states[0], 0, rows * units, 0f);
        for (int t = 0; t < steps; t++) {
            enterState(t, rows);
            stepForward(t, rows);
            for (int row = 0; row < rows; row++) {
                if (skips(row, t)) {
                    skipForward(t, row * units);
                }
            }
        }
        output(rows);
        return layer.returnSequences() ? input.with(y) : Tensor.of(y, rows);
    }

    private boolean skips(int row, int t) {
        return mask.isPresent() && !mask.get().counts(row, time(t));
    }

    private void drawMasks(int rows, ForwardPass pass) {
        if (dropping && inputMask.length > 0) {
            DropMask.draw(
                    inputMask, rows * features, layer.dropout(), pass.key().with(INPUT_MASK));
        }
        if (dropping && stateMask.length > 0) {
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
                if (dropping && inputMask.length > 0) {
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

    private void output(int rows) {
        if (!layer.returnSequences()) {
            System.arraycopy(states[steps], 0, y, 0, rows * units);
            return;
        }
        for (int t = 0; t < steps; t++) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(states[t + 1], row * units, y, (row * steps + t) * units, units);
            }
        }
    }

    private void enterState(int t, int rows) {
        if (stateMask.length > 0) {
            System.arraycopy(states[t], 0, enteringStates[t], 0, rows * units);
            throughMask(enteringStates[t], rows);
        }
    }

    /** The state before a step as it enters products: masked, if there is a mask. */
    final float[] enteringState(int t) {
        return enteringStates[t];
    }

    /** Applies the mask of the state, if there is one, to a state or its gradient. */
    final void throughMask(float[] values, int rows) {
        if (dropping && stateMask.length > 0) {
            DropMask.apply(stateMask, values, rows * units);
        }
    }

    /** Sets the rows of examples that skip a step to zero. */
    final void zeroSkipped(int t, float[] gradients, int columns, int rows) {
        for (int row = 0; row < rows; row++) {
            if (skips(row, t)) {
                Arrays.fill(gradients, row * columns, (row + 1) * columns, 0f);
            }
        }
    }

    @Override
    public final float[] backward(float[] dy, int rows) {
        startBackward(rows);
        Arrays.fill(stateGradient, 0, rows * units, 0f);
        for (int t = steps - 1; t >= 0; t--) {
            addOutputGradient(dy, t, rows);
            backThroughStep(t, rows);
        }
        finishBackward();
        if (inputGradient) {
            toExampleMajor(rows);
        }
        return dx;
    }

    private void backThroughStep(int t, int rows) {
        if (mask.isPresent()) {
            rememberGradients(rows);
        }
        stepBackward(t, stateGradient, rows);
        for (int row = 0; row < rows; row++) {
            if (skips(row, t)) {
                skipBackward(row);
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
                if (dropping && inputMask.length > 0) {
                    for (int i = 0; i < features; i++) {
                        dx[target + i] *= inputMask[row * features + i];
                    }
                }
            }
        }
    }
}
