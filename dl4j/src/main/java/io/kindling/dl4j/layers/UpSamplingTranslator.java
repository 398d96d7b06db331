package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.reshaping.UpSampling2D;
import io.kindling.tensor.Shape;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;

/** {@link UpSampling2D}. */
final class UpSamplingTranslator implements Translator<UpSampling2D> {

    @Override
    public void translate(UpSampling2D layer, Shape input, Translation translation) {
        translation.add(
                new Upsampling2D.Builder()
                        .size(Convolutions.array(layer.size()))
                        .build(),
                Arrangement.channelsFirst(input),
                Arrangement.channelsFirst(layer.outputShape(input)));
    }
}
