package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.reshaping.ZeroPadding2D;
import io.kindling.tensor.Shape;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;

/** {@link ZeroPadding2D}. */
final class ZeroPaddingTranslator implements Translator<ZeroPadding2D> {

    @Override
    public void translate(ZeroPadding2D layer, Shape input, Translation translation) {
        List<Integer> rows = layer.padding().get(0);
        List<Integer> columns = layer.padding().get(1);
        translation.add(
                new ZeroPaddingLayer(rows.get(0), rows.get(1), columns.get(0), columns.get(1)),
                Arrangement.channelsFirst(input),
                Arrangement.channelsFirst(layer.outputShape(input)));
    }
}
