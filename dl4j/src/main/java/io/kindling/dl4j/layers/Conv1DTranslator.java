package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Parameter;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.convolutional.Conv1D;
import io.kindling.tensor.Shape;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;

/** {@link Conv1D}; DL4J says (filters, channels, size) of its kernel and reads the numbers as Keras has them. */
final class Conv1DTranslator implements Translator<Conv1D> {

    @Override
    public void translate(Conv1D layer, Shape input, Translation translation) {
        Counterpart.requireOnly(layer, Convolutions.OPTIONS);
        Convolution1DLayer.Builder builder = new Convolution1DLayer.Builder(
                        layer.kernelSize().get(0), layer.strides().get(0))
                .dilation(layer.dilationRate().get(0))
                .convolutionMode(Convolutions.mode(layer.padding()))
                .nIn(input.last())
                .nOut(layer.filters())
                .hasBias(layer.useBias());
        Penalties.set(builder, layer.kernel().regularizer(), layer.bias().regularizer());
        translation.add(
                builder.build(),
                Arrangement.channelsFirst(input),
                Arrangement.channelsFirst(layer.outputShape(input)),
                Parameter.kernelAndBias(Parameter.alike("W", 0), layer.useBias()));
        ActivationFunctions.add(layer.activation(), layer.filters(), translation);
    }
}
