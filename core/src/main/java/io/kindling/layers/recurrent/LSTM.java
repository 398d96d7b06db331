package io.kindling.layers.recurrent;

import io.kindling.activations.Activation;
import io.kindling.activations.Sigmoid;
import io.kindling.activations.Tanh;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.Orthogonal;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSpec;
import io.kindling.math.Rows;
import io.kindling.random.RandomKey;
import io.kindling.registry.Prefixed;
import io.kindling.registry.Records;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Long short-term memory: with gates i, f, o (recurrent activation) and candidate g (activation) of
 * {@code x · kernel + h · recurrent_kernel + bias}, {@code c = f · c + i · g} and {@code h = o · activation(c)}.
 *
 * <p>Columns of the kernels are i, f, g, o, as in Keras. Hochreiter and Schmidhuber, "Long short-term memory", Neural
 * Computation 1997.
 *
 * @param units the length of the state and of an output; positive
 * @param activation of the candidate and of the output
 * @param recurrentActivation of the gates
 * @param useBias whether biases are added
 * @param kernel how the kernel of the inputs starts, and what holds it
 * @param recurrent how the kernel of the state starts, and what holds it
 * @param bias how the bias starts, and what holds it
 * @param unitForgetBias whether the bias of the forget gate starts at one
 * @param activityRegularizer the penalty on the outputs
 * @param dropout the share of input features set to zero in training
 * @param recurrentDropout the share of the state set to zero in training
 * @param returnSequences whether every step's output is given, not only the last
 * @param goBackwards whether the sequence is read from its end
 */
public record LSTM(
        int units,
        Activation activation,
        Activation recurrentActivation,
        boolean useBias,
        @Prefixed WeightOptions kernel,
        @Prefixed WeightOptions recurrent,
        @Prefixed WeightOptions bias,
        boolean unitForgetBias,
        Optional<Regularizer> activityRegularizer,
        double dropout,
        double recurrentDropout,
        boolean returnSequences,
        boolean goBackwards)
        implements Gated<LSTM> {
    private static final int GATES = 4;

    public LSTM {
        Gated.require("LSTM", units, activation, recurrentActivation, dropout, recurrentDropout);
    }

    /** Keras' defaults. */
    public static LSTM of(int units) {
        return new LSTM(
                units,
                new Tanh(),
                new Sigmoid(),
                true,
                WeightOptions.of(new GlorotUniform()),
                WeightOptions.of(new Orthogonal(1)),
                WeightOptions.of(new Zeros()),
                true,
                Optional.empty(),
                0,
                0,
                false,
                false);
    }

    public LSTM unitForgetBias(boolean unitForgetBias) {
        return Records.with(this, "unitForgetBias", unitForgetBias);
    }

    /** How the bias starts if the forget gate is to start open: ones in its block. */
    private record UnitForgetBias(Initializer others) implements Initializer {

        @Override
        public void fill(float[] values, int offset, Shape shape, RandomKey key) {
            others.fill(values, offset, shape, key);
            int units = shape.size() / GATES;
            Arrays.fill(values, offset + units, offset + 2 * units, 1f);
        }
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        int columns = GATES * units;
        WeightOptions started = unitForgetBias ? bias.initializer(new UnitForgetBias(bias.initializer())) : bias;
        return weights(input, columns, started, Shape.of(columns));
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    private static final class Bound extends BoundJointRecurrent {
        private static final int INPUT = 0;
        private static final int FORGET = 1;
        private static final int CANDIDATE = 2;
        private static final int OUTPUT = 3;

        private final Activation activation;
        private final Activation recurrentActivation;
        /** Sums before the activation and values after it, of each gate and step. */
        private final float[][][] sums;

        private final float[][][] gates;
        /** The cell before each step, and after the last; and its activation after each. */
        private final float[][] cells;

        private final float[][] activeCells;
        private final float[] cellGradient;
        private final float[] cellGradientAfter;
        private final float[] gateGradient;
        /** All gates of one step, as the products have them: sums, or gradients. */
        private final float[] allGates;

        Bound(LSTM layer, LayerBinding binding) {
            super(layer, GATES, binding);
            int size = binding.batchSize() * units;
            this.activation = layer.activation;
            this.recurrentActivation = layer.recurrentActivation;
            this.sums = new float[GATES][steps][size];
            this.gates = new float[GATES][steps][size];
            this.cells = new float[steps + 1][size];
            this.activeCells = new float[steps][size];
            this.cellGradient = new float[size];
            this.cellGradientAfter = new float[size];
            this.gateGradient = new float[size];
            this.allGates = new float[GATES * size];
        }

        private Activation activationOf(int gate) {
            return gate == CANDIDATE ? activation : recurrentActivation;
        }

        @Override
        void stepForward(int t, int rows) {
            multiply(t, allGates, rows);
            for (int gate = 0; gate < GATES; gate++) {
                Gates.extract(allGates, GATES, gate, sums[gate][t], units, rows);
                activationOf(gate).forward(sums[gate][t], gates[gate][t], rows, units);
            }
            int count = rows * units;
            newCell(gates[FORGET][t], cells[t], gates[INPUT][t], gates[CANDIDATE][t], cells[t + 1], count);
            activation.forward(cells[t + 1], activeCells[t], rows, units);
            product(gates[OUTPUT][t], activeCells[t], states[t + 1], count);
        }

        @Override
        void skipForward(int t, int offset) {
            super.skipForward(t, offset);
            System.arraycopy(cells[t], offset, cells[t + 1], offset, units);
        }

        private static void newCell(float[] f, float[] c, float[] i, float[] g, float[] target, int count) {
            for (int k = 0; k < count; k++) {
                target[k] = f[k] * c[k] + i[k] * g[k];
            }
        }

        private static void product(float[] a, float[] b, float[] target, int count) {
            for (int k = 0; k < count; k++) {
                target[k] = a[k] * b[k];
            }
        }

        @Override
        void startBackward(int rows) {
            Arrays.fill(cellGradient, 0, rows * units, 0f);
        }

        @Override
        void stepBackward(int t, float[] gradient, int rows) {
            int count = rows * units;
            product(gradient, activeCells[t], gateGradient, count);
            backThroughGate(OUTPUT, t, rows);
            product(gradient, gates[OUTPUT][t], gateGradient, count);
            activation.backward(cells[t + 1], activeCells[t], gateGradient, gateGradient, rows, units);
            Rows.add(gateGradient, 0, cellGradient, 0, count);
            product(cellGradient, gates[CANDIDATE][t], gateGradient, count);
            backThroughGate(INPUT, t, rows);
            product(cellGradient, cells[t], gateGradient, count);
            backThroughGate(FORGET, t, rows);
            product(cellGradient, gates[INPUT][t], gateGradient, count);
            backThroughGate(CANDIDATE, t, rows);
            product(cellGradient, gates[FORGET][t], cellGradient, count);
            multiplyBack(t, allGates, gradient, rows);
        }

        @Override
        void rememberGradients(int rows) {
            super.rememberGradients(rows);
            System.arraycopy(cellGradient, 0, cellGradientAfter, 0, rows * units);
        }

        @Override
        void skipBackward(int row) {
            super.skipBackward(row);
            System.arraycopy(cellGradientAfter, row * units, cellGradient, row * units, units);
        }

        private void backThroughGate(int gate, int t, int rows) {
            activationOf(gate).backward(sums[gate][t], gates[gate][t], gateGradient, gateGradient, rows, units);
            Gates.insert(gateGradient, units, allGates, GATES, gate, rows);
        }
    }
}
