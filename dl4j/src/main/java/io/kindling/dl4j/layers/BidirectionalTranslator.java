package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Parameter;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.recurrent.Bidirectional;
import io.kindling.layers.recurrent.MergeMode;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional.Mode;

/** {@link Bidirectional} over whole sequences; DL4J gives the last outputs of both ends in no merge mode. */
final class BidirectionalTranslator implements Translator<Bidirectional> {

    @Override
    public void translate(Bidirectional layer, Shape input, Translation translation) {
        Counterpart.requireOnly(layer, "layer", "mergeMode");
        RecurrentCell<io.kindling.layers.Layer> cell = RecurrentCells.of(layer.layer());
        Counterpart.require(cell.returnSequences(layer.layer()), "a Bidirectional with return_sequences=false");
        List<Parameter> each = cell.parameters(layer.layer(), input.last());
        translation.add(
                new org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional(
                        mode(layer.mergeMode()), cell.layer(layer.layer(), input.last())),
                Arrangement.channelsFirst(input),
                Arrangement.channelsFirst(layer.outputShape(input)),
                Stream.concat(
                                each.stream().map(parameter -> parameter.inside("f", 0)),
                                each.stream().map(parameter -> parameter.inside("b", each.size())))
                        .toList());
    }

    private static Mode mode(MergeMode mode) {
        return switch (mode) {
            case CONCAT -> Mode.CONCAT;
            case SUM -> Mode.ADD;
            case MUL -> Mode.MUL;
            case AVE -> Mode.AVERAGE;
        };
    }
}
