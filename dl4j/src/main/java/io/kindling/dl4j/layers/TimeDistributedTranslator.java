package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.recurrent.TimeDistributed;
import io.kindling.tensor.Shape;
import java.util.List;

/** {@link TimeDistributed}: to the layer inside, steps are examples. */
final class TimeDistributedTranslator implements Translator<TimeDistributed> {

    @Override
    public void translate(TimeDistributed layer, Shape input, Translation translation) {
        Shape step = new Shape(input.dimensions().subList(1, input.rank()));
        translation.withMoreExamples(
                input.dimension(0), () -> Translators.translate(layer.layer(), List.of(step), translation));
    }
}
