package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.Layer;
import io.kindling.tensor.Shape;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;

/** The layers that pool all places of a channel. */
final class GlobalPoolingTranslator<L extends Layer> implements Translator<L> {
    private final PoolingType type;

    GlobalPoolingTranslator(PoolingType type) {
        this.type = type;
    }

    @Override
    public void translate(L layer, Shape input, Translation translation) {
        translation.add(new GlobalPoolingLayer(type), Arrangement.channelsFirst(input), Arrangement.rows(input.last()));
    }
}
