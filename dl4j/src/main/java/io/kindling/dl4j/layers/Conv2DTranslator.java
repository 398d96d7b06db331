package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Order;
import io.kindling.dl4j.graph.Parameter;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.convolutional.Conv2D;
import io.kindling.tensor.Shape;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;

/** {@link Conv2D}; DL4J's kernel is (filters, channels, height, width). */
final class Conv2DTranslator implements Translator<Conv2D> {

    @Override
    public void translate(Conv2D layer, Shape input, Translation translation) {
        Counterpart.requireOnly(layer, Convolutions.OPTIONS);
        ConvolutionLayer.Builder builder = new ConvolutionLayer.Builder(Convolutions.array(layer.kernelSize()))
                .stride(Convolutions.array(layer.strides()))
                .dilation(Convolutions.array(layer.dilationRate()))
                .convolutionMode(Convolutions.mode(layer.padding()))
                .nIn(input.last())
                .nOut(layer.filters())
                .hasBias(layer.useBias());
        Penalties.set(builder, layer.kernel().regularizer(), layer.bias().regularizer());
        Shape kernel = layer.weights(input).get(0).shape();
        translation.add(
                builder.build(),
                Arrangement.channelsFirst(input),
                Arrangement.channelsFirst(layer.outputShape(input)),
                Parameter.kernelAndBias(
                        Parameter.reordered("W", 0, Order.ofAxes(kernel, 3, 2, 0, 1)), layer.useBias()));
        ActivationFunctions.add(layer.activation(), layer.filters(), translation);
    }
}
