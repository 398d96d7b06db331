package io.kindling.layers.recurrent;

import io.kindling.activations.Activation;
import io.kindling.activations.Tanh;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Orthogonal;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Options;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSpec;
import io.kindling.registry.Prefixed;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A fully connected recurrence: {@code h = activation(x · kernel + h · recurrent_kernel + bias)}.
 *
 * <p>Elman, "Finding structure in time", Cognitive Science 1990.
 *
 * @param units the length of the state and of an output; positive
 * @param activation of every step
 * @param useBias whether biases are added
 * @param kernel how the kernel of the inputs starts, and what holds it
 * @param recurrent how the kernel of the state starts, and what holds it
 * @param bias how the bias starts, and what holds it
 * @param activityRegularizer the penalty on the outputs
 * @param dropout the share of input features set to zero in training
 * @param recurrentDropout the share of the state set to zero in training
 * @param returnSequences whether every step's output is given, not only the last
 * @param goBackwards whether the sequence is read from its end
 */
public record SimpleRNN(
        int units,
        Activation activation,
        boolean useBias,
        @Prefixed WeightOptions kernel,
        @Prefixed WeightOptions recurrent,
        @Prefixed WeightOptions bias,
        Optional<Regularizer> activityRegularizer,
        double dropout,
        double recurrentDropout,
        boolean returnSequences,
        boolean goBackwards)
        implements Recurrent<SimpleRNN> {

    public SimpleRNN {
        Recurrent.require("SimpleRNN", units, dropout, recurrentDropout);
        Options.requireActivation("SimpleRNN", activation);
    }

    /** Keras' defaults. */
    public static SimpleRNN of(int units) {
        return new SimpleRNN(
                units,
                new Tanh(),
                true,
                WeightOptions.of(new GlorotUniform()),
                WeightOptions.of(new Orthogonal(1)),
                WeightOptions.of(new Zeros()),
                Optional.empty(),
                0,
                0,
                false,
                false);
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        return weights(input, units, bias, Shape.of(units));
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
