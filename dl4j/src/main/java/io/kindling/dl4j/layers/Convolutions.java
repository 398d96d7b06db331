package io.kindling.dl4j.layers;

import io.kindling.layers.convolutional.Padding;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;

/** What the translators of layers with windows share. */
final class Convolutions {
    /** The options of a convolution that have a counterpart. */
    static final String[] OPTIONS = {
        "filters",
        "kernelSize",
        "strides",
        "padding",
        "dilationRate",
        "activation",
        "useBias",
        "kernelRegularizer",
        "biasRegularizer"
    };

    private Convolutions() {}

    static ConvolutionMode mode(Padding padding) {
        return switch (padding) {
            case VALID -> ConvolutionMode.Truncate;
            case SAME -> ConvolutionMode.Same;
            case CAUSAL -> ConvolutionMode.Causal;
        };
    }

    static int[] array(List<Integer> lengths) {
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }
}
