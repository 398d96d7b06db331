package io.kindling.layers.recurrent;

import io.kindling.activations.Activation;
import io.kindling.activations.Tanh;
import io.kindling.constraints.Constraint;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.Orthogonal;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Options;
import io.kindling.layers.WeightSpec;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A fully connected recurrence: {@code h = activation(x · kernel + h · recurrent_kernel + bias)}.
 *
 * <p>Elman, "Finding structure in time", Cognitive Science 1990.
 *
 * @param units the length of the state and of an output; positive
 * @param activation of every step
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
 */
public record SimpleRNN(
        int units,
        Activation activation,
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
        boolean goBackwards)
        implements Recurrent<SimpleRNN> {

    public SimpleRNN {
        Recurrent.require("SimpleRNN", units, dropout, recurrentDropout);
        Options.requireKernel("SimpleRNN", activation, kernelInitializer, biasInitializer);
        Objects.requireNonNull(recurrentInitializer, "SimpleRNN needs a recurrent_initializer. Received: null.");
    }

    /** Keras' defaults. */
    public static SimpleRNN of(int units) {
        return new SimpleRNN(
                units,
                new Tanh(),
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
                false);
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        List<WeightSpec> weights = new ArrayList<>();
        int columns = units;
        weights.add(WeightSpec.trainable(
                "kernel", Shape.of(input.last(), columns), kernelInitializer, kernelRegularizer, kernelConstraint));
        weights.add(WeightSpec.trainable(
                "recurrent_kernel",
                Shape.of(units, columns),
                recurrentInitializer,
                recurrentRegularizer,
                recurrentConstraint));
        if (useBias) {
            weights.add(
                    WeightSpec.trainable("bias", Shape.of(columns), biasInitializer, biasRegularizer, biasConstraint));
        }
        return weights;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    private static final class Bound extends BoundJointRecurrent {
        private final Activation activation;
        /** Sums before the activation, of each step. */
        private final float[][] sums;

        private final float[] sumGradient;

        Bound(SimpleRNN layer, LayerBinding binding) {
            super(layer, 1, binding);
            this.activation = layer.activation;
            this.sums = new float[steps][binding.batchSize() * units];
            this.sumGradient = new float[binding.batchSize() * units];
        }

        @Override
        void stepForward(int t, int rows) {
            multiply(t, sums[t], rows);
            activation.forward(sums[t], states[t + 1], rows, units);
        }

        @Override
        void stepBackward(int t, float[] gradient, int rows) {
            activation.backward(sums[t], states[t + 1], gradient, sumGradient, rows, units);
            multiplyBack(t, sumGradient, gradient, rows);
        }
    }
}
