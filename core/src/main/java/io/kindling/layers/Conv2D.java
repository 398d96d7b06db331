package io.kindling.layers;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.Zeros;
import io.kindling.registry.Records;
import io.kindling.registry.SingleOrList;
import io.kindling.regularizers.Regularizer;
import java.util.List;

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
 * @param kernelInitializer how the kernel starts
 * @param biasInitializer how the bias starts
 * @param kernelRegularizer the penalty on the kernel, or null
 * @param biasRegularizer the penalty on the bias, or null
 */
public record Conv2D(
        int filters,
        @SingleOrList List<Integer> kernelSize,
        @SingleOrList List<Integer> strides,
        Padding padding,
        @SingleOrList List<Integer> dilationRate,
        Activation activation,
        boolean useBias,
        Initializer kernelInitializer,
        Initializer biasInitializer,
        Regularizer kernelRegularizer,
        Regularizer biasRegularizer)
        implements Convolution {
    private static final int AXES = 2;

    public Conv2D {
        Convolution.require("Conv2D", filters, padding, activation, kernelInitializer, biasInitializer);
        if (padding == Padding.CAUSAL) {
            throw new IllegalArgumentException(
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
                new GlorotUniform(),
                new Zeros(),
                null,
                null);
    }

    /** One for height and one for width, or one for both. */
    public Conv2D strides(int... strides) {
        return Records.with(this, "strides", Windows.list(strides));
    }

    public Conv2D padding(Padding padding) {
        return Records.with(this, "padding", padding);
    }

    /** One for height and one for width, or one for both. */
    public Conv2D dilationRate(int... dilationRate) {
        return Records.with(this, "dilationRate", Windows.list(dilationRate));
    }

    public Conv2D activation(Activation activation) {
        return Records.with(this, "activation", activation);
    }

    /** By name, such as {@code "relu"}. */
    public Conv2D activation(String activation) {
        return activation(Activation.of(activation));
    }

    public Conv2D useBias(boolean useBias) {
        return Records.with(this, "useBias", useBias);
    }

    public Conv2D kernelInitializer(Initializer kernelInitializer) {
        return Records.with(this, "kernelInitializer", kernelInitializer);
    }

    /** By name, such as {@code "he_normal"}. */
    public Conv2D kernelInitializer(String kernelInitializer) {
        return kernelInitializer(Initializer.of(kernelInitializer));
    }

    public Conv2D biasInitializer(Initializer biasInitializer) {
        return Records.with(this, "biasInitializer", biasInitializer);
    }

    public Conv2D kernelRegularizer(Regularizer kernelRegularizer) {
        return Records.with(this, "kernelRegularizer", kernelRegularizer);
    }

    /** By name, such as {@code "l2(0.001)"}. */
    public Conv2D kernelRegularizer(String kernelRegularizer) {
        return kernelRegularizer(Regularizer.of(kernelRegularizer));
    }

    public Conv2D biasRegularizer(Regularizer biasRegularizer) {
        return Records.with(this, "biasRegularizer", biasRegularizer);
    }

    @Override
    public Layer withoutOutputActivation() {
        return activation(new Linear());
    }
}
