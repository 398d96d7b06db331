package io.kindling.layers.convolutional;

import io.kindling.activations.Activation;
import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.KernelLayer;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Options;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What convolutions along one axis and two share: (…, channels) to (…, filters), kernel (size…, channels, filters). */
interface Convolution<L extends Convolution<L>> extends KernelLayer<L> {

    int filters();

    List<Integer> kernelSize();

    List<Integer> strides();

    Padding padding();

    List<Integer> dilationRate();

    default L padding(Padding padding) {
        return Options.with(this, "padding", padding);
    }

    @Override
    default Shape outputShape(Shape input) {
        return windows(input).outputShape(activation().outputColumns(filters()));
    }

    default Windows windows(Shape input) {
        return Windows.over(input, kernelSize(), strides(), dilationRate(), padding());
    }

    @Override
    default List<WeightSpec> weights(Shape input) {
        List<Integer> kernel = new ArrayList<>(kernelSize());
        kernel.add(input.last());
        kernel.add(filters());
        return weights("kernel", new Shape(kernel), "bias", Shape.of(filters()));
    }

    @Override
    default Activation outputActivation() {
        return activation();
    }

    @Override
    default List<Layer> parts() {
        return ActivationLayer.apart(this);
    }

    @Override
    default BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundConvolution(this, binding);
    }

    /** Refuses what no convolution can be. */
    static void require(String layer, int filters, Padding padding, Activation activation) {
        if (filters <= 0) {
            throw new KindlingException(
                    layer + " needs a positive number of filters. Received: filters=" + filters + ".");
        }
        Objects.requireNonNull(padding, layer + " needs a padding, \"valid\" for none. Received: null.");
        Options.requireActivation(layer, activation);
    }
}
