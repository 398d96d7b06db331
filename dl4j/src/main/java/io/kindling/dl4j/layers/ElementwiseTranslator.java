package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.Layer;
import io.kindling.tensor.Shape;
import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;

/** The layers that merge inputs number by number, all arranged as the first one is. */
final class ElementwiseTranslator<L extends Layer> implements MergeTranslator<L> {
    private final ElementWiseVertex.Op operation;

    ElementwiseTranslator(ElementWiseVertex.Op operation) {
        this.operation = operation;
    }

    @Override
    public void translate(L layer, List<Shape> inputs, Translation translation) {
        int size = layer.outputShape(inputs).size();
        Counterpart.require(
                inputs.stream().allMatch(input -> input.size() == size),
                "inputs whose numbers are repeated, " + inputs);
        Arrangement first = translation.value().arrangement();
        translation.merge(new ElementWiseVertex(operation), Collections.nCopies(inputs.size(), first), first);
    }
}
