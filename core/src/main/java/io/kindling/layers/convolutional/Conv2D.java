package io.kindling.layers.convolutional;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.errors.KindlingException;
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
 * Slides filters over images: (height, width, channels) to (height, width, filters).
 *
 * <p>{@code y[i, j] = activation(Σₖₗ x[i · stride + k · dilation - before, …] · kernel[k, l] + bias)}, zero outside
 * the input. Kernel (size, size, channels, filters), bias (filters), as in Keras' {@code Conv2D}.
 *
 * @param filters the number of outputs at each place; positive
 * @param kernelSize how many positions a filter covers, height and width; positive
 * @param strides how far apart windows start, height and width; positive
 * @param padding valid or same
 * @param dilationRate how far apart the positions of a window are, height and width; positive
 * @param activation what is applied to the sums
 * @param useBias whether a bias is added
 * @param kernel how the kernel starts, and what holds it
 * @param bias how the bias starts, and what holds it
 * @param activityRegularizer the penalty on the outputs
 */
public record Conv2D(
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
        implements Convolution<Conv2D> {
    private static final int AXES = 2;

    public Conv2D {
        Convolution.require("Conv2D", filters, padding, activation);
        if (padding == Padding.CAUSAL) {
            throw new KindlingException(
                    "Conv2D needs the padding \"valid\" or \"same\"; images have no order in time. Received: " + padding
                            + ".");
        }
        kernelSize = Windows.lengths("Conv2D", "kernel_size", kernelSize, AXES);
        strides = Windows.lengths("Conv2D", "strides", strides, AXES);
        dilationRate = Windows.lengths("Conv2D", "dilation_rate", dilationRate, AXES);
    }

    /**
     * Keras' defaults: stride 1, no padding, linear, with bias, Glorot-uniform kernel, zero bias.
     *
     * @param kernelSize height and width, or one for both
     */
    public static Conv2D of(int filters, int... kernelSize) {
        return new Conv2D(
                filters,
                Windows.list(kernelSize),
                Windows.ones(AXES),
                Padding.VALID,
                Windows.ones(AXES),
                new Linear(),
                true,
                WeightOptions.of(new GlorotUniform()),
                WeightOptions.of(new Zeros()),
                Optional.empty());
    }

    /** One for height and one for width, or one for both. */
    public Conv2D strides(int... strides) {
        return Records.with(this, "strides", Windows.list(strides));
    }

    /** One for height and one for width, or one for both. */
    public Conv2D dilationRate(int... dilationRate) {
        return Records.with(this, "dilationRate", Windows.list(dilationRate));
    }
}
