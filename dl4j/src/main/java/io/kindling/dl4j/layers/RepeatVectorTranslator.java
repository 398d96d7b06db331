package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Translation;
import io.kindling.tensor.Shape;
import org.deeplearning4j.nn.conf.layers.misc.RepeatVector;

/** {@link io.kindling.layers.reshaping.RepeatVector}. */
final class RepeatVectorTranslator implements Translator<io.kindling.layers.reshaping.RepeatVector> {

    @Override
    public void translate(io.kindling.layers.reshaping.RepeatVector layer, Shape input, Translation translation) {
        translation.add(
                new RepeatVector.Builder<>(layer.n()).build(),
                Arrangement.rows(input.last()),
                Arrangement.channelsFirst(layer.outputShape(input)));
    }
}
