package io.kindling.layers.convolutional;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Zeros;
import io.kindling.layers.WeightOptions;
import io.kindling.registry.Prefixed;
import io.kindling.registry.Records;
import io.kindling.registry.SingleOrList;
import io.kindling.regularizers.Regularizer;
import java.util.List;
import java.util.Optional;

/**
 * Slides filters over sequences: (steps, channels) to (steps, filters).
 *
 * <p>{@code y[t] = activation(Σₖ x[t · stride + k · dilation - before] · kernel[k] + bias)}, zero outside the input.
 * Kernel (size, channels, filters), bias (filters), as in Keras' {@code Conv1D}.
 *
 * @param filters the number of outputs at each place; positive
 * @param kernelSize how many positions a filter covers, one length; positive
 * @param strides how far apart windows start, one length; positive
 * @param padding valid, same, or causal: no output sees later steps
 * @param dilationRate how far apart the positions of a window are, one length; positive
 * @param activation what is applied to the sums
 * @param useBias whether a bias is added
 * @param kernel how the kernel starts, and what holds it
 * @param bias how the bias starts, and what holds it
 * @param activityRegularizer the penalty on the outputs
 */
public record Conv1D(
        int filters,
        @SingleOrList List<Integer> kernelSize,
        @SingleOrList List<Integer> strides,
        Padding padding,
        @SingleOrList List<Integer> dilationRate,
        Activation activation,
        boolean useBias,
        @Prefixed WeightOptions kernel,
        @Prefixed WeightOptions bias,
        Optional<Regularizer> activityRegularizer)
        implements Convolution<Conv1D> {
    private static final int AXES = 1;

    public Conv1D {
        Convolution.require("Conv1D", filters, padding, activation);
        kernelSize = Windows.lengths("Conv1D", "kernel_size", kernelSize, AXES);
        strides = Windows.lengths("Conv1D", "strides", strides, AXES);
        dilationRate = Windows.lengths("Conv1D", "dilation_rate", dilationRate, AXES);
    }

    /** Keras' defaults: stride 1, no padding, linear, with bias, Glorot-uniform kernel, zero bias. */
    public static Conv1D of(int filters, int kernelSize) {
        return new Conv1D(
                filters,
                List.of(kernelSize),
                Windows.ones(AXES),
                Padding.VALID,
                Windows.ones(AXES),
                new Linear(),
                true,
                WeightOptions.of(new GlorotUniform()),
                WeightOptions.of(new Zeros()),
                Optional.empty());
    }

    public Conv1D strides(int strides) {
        return Records.with(this, "strides", List.of(strides));
    }

    public Conv1D dilationRate(int dilationRate) {
        return Records.with(this, "dilationRate", List.of(dilationRate));
    }
}
