package io.kindling.layers;

import io.kindling.activations.Activation;
import io.kindling.activations.Sigmoid;
import io.kindling.activations.Tanh;
import io.kindling.constraints.Constraint;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.Orthogonal;
import io.kindling.initializers.Zeros;
import io.kindling.registry.Records;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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
 * @param kernelInitializer how the kernel of the inputs starts
 * @param recurrentInitializer how the kernel of the state starts
 * @param biasInitializer how the bias starts
 * @param kernelRegularizer the penalty on the kernel, or null
 * @param recurrentRegularizer the penalty on the recurrent kernel, or null
 * @param biasRegularizer the penalty on the bias, or null
 * @param activityRegularizer the penalty on the outputs, or null
 * @param kernelConstraint the limit on the kernel, or null
 * @param recurrentConstraint the limit on the recurrent kernel, or null
 * @param biasConstraint the limit on the bias, or null
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
        Initializer kernelInitializer,
        Initializer recurrentInitializer,
        Initializer biasInitializer,
        Regularizer kernelRegularizer,
        Regularizer recurrentRegularizer,
        Regularizer biasRegularizer,
        Regularizer activityRegularizer,
        Constraint kernelConstraint,
        Constraint recurrentConstraint,
        Constraint biasConstraint,
        double dropout,
        double recurrentDropout,
        boolean returnSequences,
        boolean goBackwards,
        boolean resetAfter)
        implements Recurrent<GRU> {
    private static final int BLOCKS = 3;
    private static final int UPDATE = 0;
    private static final int RESET = 1;
    private static final int CANDIDATE = 2;

    public GRU {
        Recurrent.require("GRU", units, dropout, recurrentDropout);
        Objects.requireNonNull(recurrentActivation, "GRU needs a recurrent_activation. Received: null.");
        Options.requireKernel("GRU", activation, kernelInitializer, biasInitializer);
        Objects.requireNonNull(recurrentInitializer, "GRU needs a recurrent_initializer. Received: null.");
    }

    /** Keras' defaults. */
    public static GRU of(int units) {
        return new GRU(
                units,
                new Tanh(),
                new Sigmoid(),
                true,
                new GlorotUniform(),
                new Orthogonal(1),
                new Zeros(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                false,
                false,
                true);
    }

    public GRU recurrentActivation(Activation recurrentActivation) {
        return Records.with(this, "recurrentActivation", recurrentActivation);
    }

    /** By name, such as {@code "hard_sigmoid"}. */
    public GRU recurrentActivation(String recurrentActivation) {
        return recurrentActivation(Activation.of(recurrentActivation));
    }

    public GRU resetAfter(boolean resetAfter) {
        return Records.with(this, "resetAfter", resetAfter);
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        List<WeightSpec> weights = new ArrayList<>();
        int columns = BLOCKS * units;
        weights.add(WeightSpec.trainable(
                "kernel", Shape.of(input.last(), columns), kernelInitializer, kernelRegularizer, kernelConstraint));
        weights.add(WeightSpec.trainable(
                "recurrent_kernel",
                Shape.of(units, columns),
                recurrentInitializer,
                recurrentRegularizer,
                recurrentConstraint));
        if (useBias) {
            // Reset after the product: one bias for each of the two products.
            Shape shape = resetAfter ? Shape.of(2, columns) : Shape.of(columns);
            weights.add(WeightSpec.trainable("bias", shape, biasInitializer, biasRegularizer, biasConstraint));
        }
        return weights;
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        return resetAfter ? new ResetAfter(this, binding) : new ResetBefore(this, binding);
    }

    /** What both forms share: the gates, and the new state. */
    private abstract static class Bound extends RecurrentBound {
        final Activation activation;
        final Activation recurrentActivation;
        final WeightSlice bias;
        /** Sums before the activation and values after it, of each block and step. */
        final float[][][] sums;

        final float[][][] values;
        /** The gradients of each step's product of state and recurrent kernel. */
        final float[][] productGradient;

        final float[] blockGradient;
        private final float[] through;

        Bound(GRU layer, LayerBinding binding) {
            super(layer, BLOCKS, binding);
            int size = binding.batchSize() * units;
            this.activation = layer.activation;
            this.recurrentActivation = layer.recurrentActivation;
            this.bias = layer.useBias ? binding.weights().get(2) : null;
            this.sums = new float[BLOCKS][steps][size];
            this.values = new float[BLOCKS][steps][size];
            this.productGradient = new float[steps][binding.batchSize() * columns];
            this.blockGradient = new float[size];
            this.through = new float[size];
        }

        /** Completes the sum of the candidate, once the gates are known. */
        abstract void candidateForward(int t, float[] product, int rows);

        /** From the gradient of the candidate's sum, in blockGradient, writes that of the reset gate to the same. */
        abstract void candidateBackward(int t, float[] stateGradient, int rows);

        @Override
        void stepForward(int t, int rows) {
            float[] product = multiplyState(t, rows);
            for (int block = 0; block < BLOCKS; block++) {
                Gates.extract(projected[t], columns, block, bias, sums[block][t], units, rows);
            }
            gateForward(UPDATE, t, product, rows);
            gateForward(RESET, t, product, rows);
            candidateForward(t, product, rows);
            activation.forward(sums[CANDIDATE][t], values[CANDIDATE][t], rows, units);
            newState(values[UPDATE][t], states[t], values[CANDIDATE][t], states[t + 1], rows * units);
        }

        private void gateForward(int gate, int t, float[] product, int rows) {
            addProduct(gate, t, product, rows);
            recurrentActivation.forward(sums[gate][t], values[gate][t], rows, units);
        }

        void addProduct(int gate, int t, float[] product, int rows) {
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < units; i++) {
                    sums[gate][t][row * units + i] += product[row * columns + gate * units + i];
                }
            }
        }

        private static void newState(float[] z, float[] h, float[] candidate, float[] target, int count) {
            for (int i = 0; i < count; i++) {
                target[i] = candidate[i] + z[i] * (h[i] - candidate[i]);
            }
        }

        @Override
        void startBackward(int rows) {}

        @Override
        void stepBackward(int t, float[] gradient, int rows) {
            int count = rows * units;
            float[] z = values[UPDATE][t];
            for (int i = 0; i < count; i++) {
                blockGradient[i] = gradient[i] * (states[t][i] - values[CANDIDATE][t][i]);
                through[i] = gradient[i] * z[i];
            }
            gateBackward(UPDATE, t, rows);
            for (int i = 0; i < count; i++) {
                blockGradient[i] = gradient[i] * (1f - z[i]);
            }
            activation.backward(sums[CANDIDATE][t], values[CANDIDATE][t], blockGradient, blockGradient, rows, units);
            Gates.insert(blockGradient, units, projectedGradient[t], columns, CANDIDATE, rows);
            candidateBackward(t, through, rows);
            gateBackward(RESET, t, rows);
            multiplyBack(productGradient[t], gradient, rows);
            Gates.add(through, gradient, count);
        }

        @Override
        void skipBackward(int t, int row) {
            super.skipBackward(t, row);
            Arrays.fill(productGradient[t], row * columns, (row + 1) * columns, 0f);
        }

        private void gateBackward(int gate, int t, int rows) {
            recurrentActivation.backward(sums[gate][t], values[gate][t], blockGradient, blockGradient, rows, units);
            Gates.insert(blockGradient, units, projectedGradient[t], columns, gate, rows);
            Gates.insert(blockGradient, units, productGradient[t], columns, gate, rows);
        }

        @Override
        void finishBackward(int rows) {
            recurrentKernelGradient(productGradient, rows);
            if (bias != null) {
                biasGradient(bias, bias.offset(), projectedGradient, rows);
            }
        }
    }

    /** The reset gate scales the product of state and recurrent kernel, which has a bias of its own. */
    private static final class ResetAfter extends Bound {
        /** The product's block of the candidate, at each step. */
        private final float[][] candidateProducts;

        ResetAfter(GRU layer, LayerBinding binding) {
            super(layer, binding);
            this.candidateProducts = new float[steps][binding.batchSize() * units];
        }

        @Override
        void addProduct(int gate, int t, float[] product, int rows) {
            super.addProduct(gate, t, product, rows);
            if (bias != null) {
                int offset = bias.offset() + columns + gate * units;
                for (int row = 0; row < rows; row++) {
                    for (int i = 0; i < units; i++) {
                        sums[gate][t][row * units + i] += bias.values()[offset + i];
                    }
                }
            }
        }

        @Override
        void candidateForward(int t, float[] product, int rows) {
            float[] own = candidateProducts[t];
            Gates.extract(product, columns, CANDIDATE, null, own, units, rows);
            int offset = bias == null ? 0 : bias.offset() + columns + CANDIDATE * units;
            for (int row = 0; bias != null && row < rows; row++) {
                for (int i = 0; i < units; i++) {
                    own[row * units + i] += bias.values()[offset + i];
                }
            }
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
                    productGradient[t][row * columns + CANDIDATE * units + i] = blockGradient[at] * reset[at];
                    blockGradient[at] *= own[at];
                }
            }
        }

        @Override
        void finishBackward(int rows) {
            super.finishBackward(rows);
            if (bias != null) {
                biasGradient(bias, bias.offset() + columns, productGradient, rows);
            }
        }
    }

    /** The reset gate scales the state before its product with the candidate's block of the recurrent kernel. */
    private static final class ResetBefore extends Bound {
        private final float[][] resetStates;
        private final float[] scratch;
        private final StateProduct candidateProduct;

        ResetBefore(GRU layer, LayerBinding binding) {
            super(layer, binding);
            int size = binding.batchSize() * units;
            this.resetStates = new float[steps][size];
            this.scratch = new float[size];
            this.candidateProduct = new StateProduct(binding.batchSize(), steps, units, binding.training());
        }

        @Override
        void candidateForward(int t, float[] product, int rows) {
            if (t == 0) {
                candidateProduct.readKernel(recurrentKernel, columns, CANDIDATE * units);
            }
            float[] entering = enteringState(t);
            for (int i = 0; i < rows * units; i++) {
                resetStates[t][i] = values[RESET][t][i] * entering[i];
            }
            candidateProduct.multiply(resetStates[t], scratch, rows);
            Gates.add(scratch, sums[CANDIDATE][t], rows * units);
        }

        @Override
        void candidateBackward(int t, float[] stateGradient, int rows) {
            candidateProduct.multiplyBack(blockGradient, scratch, rows);
            float[] reset = values[RESET][t];
            float[] entering = enteringState(t);
            for (int i = 0; i < rows * units; i++) {
                blockGradient[i] = scratch[i] * entering[i];
                scratch[i] *= reset[i];
            }
            throughMask(scratch, rows);
            Gates.add(scratch, stateGradient, rows * units);
        }

        @Override
        void finishBackward(int rows) {
            super.finishBackward(rows);
            candidateProduct.kernelGradient(
                    resetStates, projectedGradient, columns, CANDIDATE * units, recurrentKernel, rows);
        }

        @Override
        public void close() {
            super.close();
            candidateProduct.close();
        }
    }
}
