package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.Layer;
import io.kindling.tensor.Shape;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;

/** Layers that run along a sequence. */
final class RecurrentTranslator<L extends Layer> implements Translator<L> {

    @Override
    public void translate(L layer, Shape input, Translation translation) {
        RecurrentCell<Layer> cell = RecurrentCells.of(layer);
        BaseRecurrentLayer steps = cell.layer(layer, input.last());
        Shape output = layer.outputShape(List.of(input));
        boolean all = cell.returnSequences(layer);
        translation.add(
                all ? steps : new LastTimeStep(steps),
                Arrangement.channelsFirst(input),
                all ? Arrangement.channelsFirst(output) : Arrangement.of(output),
                cell.parameters(layer, input.last()));
    }
}
