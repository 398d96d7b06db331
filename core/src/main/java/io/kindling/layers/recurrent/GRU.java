package io.kindling.layers.recurrent;

import io.kindling.activations.Activation;
import io.kindling.activations.Sigmoid;
import io.kindling.activations.Tanh;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Orthogonal;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.core.Bias;
import io.kindling.math.Rows;
import io.kindling.registry.Prefixed;
import io.kindling.registry.Records;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A gated recurrent unit: with update gate z and reset gate r (recurrent activation) of
 * {@code x · kernel + h · recurrent_kernel + bias}, and candidate g, {@code h = z · h + (1 - z) · g}.
 *
 * <p>The candidate is {@code activation(x · kernel + r · (h · recurrent_kernel))}, or, with the reset before the
 * product, {@code activation(x · kernel + (r · h) · recurrent_kernel)}. Columns of the kernels are z, r, g, as in Keras.
 * Cho et al., "Learning phrase representations using RNN encoder-decoder", arXiv:1406.1078.
 *
 * @param units the length of the state and of an output; positive
 * @param activation of the candidate
 * @param recurrentActivation of the gates
 * @param useBias whether biases are added
 * @param kernel how the kernel of the inputs starts, and what holds it
 * @param recurrent how the kernel of the state starts, and what holds it
 * @param bias how the bias starts, and what holds it
 * @param activityRegularizer the penalty on the outputs
 * @param dropout the share of input features set to zero in training
 * @param recurrentDropout the share of the state set to zero in training
 * @param returnSequences whether every step's output is given, not only the last
 * @param goBackwards whether the sequence is read from its end
 * @param resetAfter whether the reset gate is applied after the product with the recurrent kernel
 */
public record GRU(
        int units,
        Activation activation,
        Activation recurrentActivation,
        boolean useBias,
        @Prefixed WeightOptions kernel,
        @Prefixed WeightOptions recurrent,
        @Prefixed WeightOptions bias,
        Optional<Regularizer> activityRegularizer,
        double dropout,
        double recurrentDropout,
        boolean returnSequences,
        boolean goBackwards,
        boolean resetAfter)
        implements Gated<GRU> {
    private static final int BLOCKS = 3;
    private static final int UPDATE = 0;
    private static final int RESET = 1;
    private static final int CANDIDATE = 2;

    public GRU {
        Gated.require("GRU", units, activation, recurrentActivation, dropout, recurrentDropout);
    }

    /** Keras' defaults. */
    public static GRU of(int units) {
        return new GRU(
                units,
                new Tanh(),
                new Sigmoid(),
                true,
                WeightOptions.of(new GlorotUniform()),
                WeightOptions.of(new Orthogonal(1)),
                WeightOptions.of(new Zeros()),
                Optional.empty(),
                0,
                0,
                false,
                false,
                true);
    }

    public GRU resetAfter(boolean resetAfter) {
        return Records.with(this, "resetAfter", resetAfter);
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        // Reset after the product: one bias for each of the two products.
        int columns = BLOCKS * units;
        return weights(input, columns, bias, resetAfter ? Shape.of(2, columns) : Shape.of(columns));
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return resetAfter ? new ResetAfter(this, binding) : new ResetBefore(this, binding);
    }

    /** What both forms share: the products that gates are made of, the gates, and the new state. */
    private abstract static class Bound extends BoundRecurrent {
        final Activation activation;
        final Activation recurrentActivation;
        /** Sums before the activation and values after it, of each block and step. */
        final float[][][] sums;

        final float[][][] values;
        final float[] blockGradient;
        /** The state's product of one step, or its gradients. */
        final float[] stateBlocks;

        private final boolean inputGradient;
        private final StepKernel inputKernel;
        /** The inputs' product of one step, or its gradients. */
        private final float[] inputBlocks;

        private final StepKernel stateKernel;
        /** How many blocks of the recurrent kernel multiply the state as it is: those of the gates, or all. */
        private final int stateBlockCount;

        private final float[] through;

        /**
         * Allocates the buffers.
         *
         * @param stateBias of two rows, the second for the product of the state
         */
        Bound(GRU layer, int stateBlockCount, Optional<WeightSlice> stateBias, LayerBinding binding) {
            super(layer, binding);
            int batch = binding.batchSize();
            int size = batch * units;
            this.activation = layer.activation;
            this.recurrentActivation = layer.recurrentActivation;
            this.sums = new float[BLOCKS][steps][size];
            this.values = new float[BLOCKS][steps][size];
            this.blockGradient = new float[size];
            this.through = new float[size];
            this.inputBlocks = new float[BLOCKS * size];
            this.inputGradient = binding.asksInputGradient();
            int columns = BLOCKS * units;
            this.inputKernel = new StepKernel(
                    List.of(binding.weight("kernel")),
                    0,
                    columns,
                    inputGradient ? 0 : features,
                    Bias.of(binding.find("bias"), columns, batch, binding.training()),
                    steps,
                    binding);
            this.stateBlockCount = stateBlockCount;
            int stateColumns = stateBlockCount * units;
            this.stateBlocks = new float[batch * stateColumns];
            this.stateKernel = new StepKernel(
                    List.of(binding.weight("recurrent_kernel")),
                    0,
                    stateColumns,
                    0,
                    Bias.of(stateBias, 1, stateColumns, batch, binding.training()),
                    steps,
                    binding);
        }

        /** Completes the sum of the candidate, once the gates are known. */
        abstract void candidateForward(int t, int rows);

        /**
         * From the gradient of the candidate's sum, in blockGradient, writes that of the reset gate to the same, and adds
         * to that of the state what comes through another product than the gates'.
         */
        abstract void candidateBackward(int t, float[] stateGradient, int rows);

        @Override
        void stepForward(int t, int rows) {
            inputKernel.forward(t, inputs, t * rows * features, inputBlocks, rows);
            for (int block = 0; block < BLOCKS; block++) {
                Gates.extract(inputBlocks, BLOCKS, block, sums[block][t], units, rows);
            }
            stateKernel.forward(t, enteringState(t), 0, stateBlocks, rows);
            gateForward(UPDATE, t, rows);
            gateForward(RESET, t, rows);
            candidateForward(t, rows);
            activation.forward(sums[CANDIDATE][t], values[CANDIDATE][t], rows, units);
            newState(values[UPDATE][t], states[t], values[CANDIDATE][t], states[t + 1], rows * units);
        }

        private void gateForward(int gate, int t, int rows) {
            Gates.add(stateBlocks, stateBlockCount, gate, sums[gate][t], units, rows);
            recurrentActivation.forward(sums[gate][t], values[gate][t], rows, units);
        }

        private static void newState(float[] z, float[] h, float[] candidate, float[] target, int count) {
            for (int i = 0; i < count; i++) {
                target[i] = candidate[i] + z[i] * (h[i] - candidate[i]);
            }
        }

        @Override
        void stepBackward(int t, float[] gradient, int rows) {
            int count = rows * units;
            float[] z = values[UPDATE][t];
            for (int i = 0; i < count; i++) {
                blockGradient[i] = gradient[i] * (states[t][i] - values[CANDIDATE][t][i]);
                through[i] = gradient[i] * z[i];
            }
            backThroughGate(UPDATE, t, rows);
            for (int i = 0; i < count; i++) {
                blockGradient[i] = gradient[i] * (1f - z[i]);
            }
            activation.backward(sums[CANDIDATE][t], values[CANDIDATE][t], blockGradient, blockGradient, rows, units);
            zeroSkipped(t, blockGradient, units, rows);
            Gates.insert(blockGradient, units, inputBlocks, BLOCKS, CANDIDATE, rows);
            candidateBackward(t, through, rows);
            backThroughGate(RESET, t, rows);
            inputKernel.addGradients(t, inputBlocks, rows);
            if (inputGradient) {
                inputKernel.inputGradient(inputs, t * rows * features, rows);
            }
            stateKernel.addGradients(t, stateBlocks, rows);
            stateKernel.inputGradient(gradient, 0, rows);
            throughMask(gradient, rows);
            Rows.add(through, 0, gradient, 0, count);
        }

        private void backThroughGate(int gate, int t, int rows) {
            recurrentActivation.backward(sums[gate][t], values[gate][t], blockGradient, blockGradient, rows, units);
            zeroSkipped(t, blockGradient, units, rows);
            Gates.insert(blockGradient, units, inputBlocks, BLOCKS, gate, rows);
            Gates.insert(blockGradient, units, stateBlocks, stateBlockCount, gate, rows);
        }

        @Override
        void finishBackward() {
            inputKernel.writeGradients();
            stateKernel.writeGradients();
        }

        @Override
        public void close() {
            inputKernel.close();
            stateKernel.close();
        }
    }

    /** The reset gate scales the product of state and recurrent kernel, which has a bias of its own. */
    private static final class ResetAfter extends Bound {
        /** The product's block of the candidate, at each step. */
        private final float[][] candidateProducts;

        ResetAfter(GRU layer, LayerBinding binding) {
            super(layer, BLOCKS, binding.find("bias"), binding);
            this.candidateProducts = new float[steps][binding.batchSize() * units];
        }

        @Override
        void candidateForward(int t, int rows) {
            float[] own = candidateProducts[t];
            Gates.extract(stateBlocks, BLOCKS, CANDIDATE, own, units, rows);
            float[] reset = values[RESET][t];
            for (int i = 0; i < rows * units; i++) {
                sums[CANDIDATE][t][i] += reset[i] * own[i];
            }
        }

        @Override
        void candidateBackward(int t, float[] stateGradient, int rows) {
            float[] reset = values[RESET][t];
            float[] own = candidateProducts[t];
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < units; i++) {
                    int at = row * units + i;
                    stateBlocks[(row * BLOCKS + CANDIDATE) * units + i] = blockGradient[at] * reset[at];
                    blockGradient[at] *= own[at];
                }
            }
        }
    }

    /** The reset gate scales the state before its product with the candidate's block of the recurrent kernel. */
    private static final class ResetBefore extends Bound {
        private static final int GATES = 2;

        private final StepKernel candidateKernel;
        private final float[] resetState;
        private final float[] scratch;

        ResetBefore(GRU layer, LayerBinding binding) {
            super(layer, GATES, Optional.empty(), binding);
            int batch = binding.batchSize();
            this.candidateKernel = new StepKernel(
                    List.of(binding.weight("recurrent_kernel")),
                    CANDIDATE * units,
                    units,
                    0,
                    Bias.of(Optional.empty(), units, batch, binding.training()),
                    steps,
                    binding);
            this.resetState = new float[batch * units];
            this.scratch = new float[batch * units];
        }

        @Override
        void candidateForward(int t, int rows) {
            float[] reset = values[RESET][t];
            float[] entering = enteringState(t);
            for (int i = 0; i < rows * units; i++) {
                resetState[i] = reset[i] * entering[i];
            }
            candidateKernel.forward(t, resetState, 0, scratch, rows);
            Rows.add(scratch, 0, sums[CANDIDATE][t], 0, rows * units);
        }

        @Override
        void candidateBackward(int t, float[] stateGradient, int rows) {
            candidateKernel.addGradients(t, blockGradient, rows);
            candidateKernel.inputGradient(scratch, 0, rows);
            float[] reset = values[RESET][t];
            float[] entering = enteringState(t);
            for (int i = 0; i < rows * units; i++) {
                blockGradient[i] = scratch[i] * entering[i];
                scratch[i] *= reset[i];
            }
            throughMask(scratch, rows);
            Rows.add(scratch, 0, stateGradient, 0, rows * units);
        }

        @Override
        void finishBackward() {
            super.finishBackward();
            candidateKernel.writeGradients();
        }

        @Override
        public void close() {
            super.close();
            candidateKernel.close();
        }
    }
}
