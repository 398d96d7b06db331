package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.reshaping.Permute;
import io.kindling.tensor.Shape;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** {@link Permute}: an arrangement whose array is seen as row-major from then on. */
final class PermuteTranslator implements Translator<Permute> {

    @Override
    public void translate(Permute layer, Shape input, Translation translation) {
        Arrangement permuted = new Arrangement(
                input.dimensions(), layer.dims().stream().map(axis -> axis - 1).toList());
        translation.add(
                new ActivationLayer(new ActivationIdentity()), permuted, Arrangement.of(layer.outputShape(input)));
    }
}
