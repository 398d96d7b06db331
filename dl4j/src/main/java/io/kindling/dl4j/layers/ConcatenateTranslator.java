package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.merging.Concatenate;
import io.kindling.tensor.Shape;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.MergeVertex;

/** {@link Concatenate}: the numbers from its axis on are a row, every place before it has one. */
final class ConcatenateTranslator implements MergeTranslator<Concatenate> {

    @Override
    public void translate(Concatenate layer, List<Shape> inputs, Translation translation) {
        if (inputs.size() > 1) {
            int axis = layer.axis() < 0 ? inputs.get(0).rank() + layer.axis() : layer.axis() - 1;
            translation.merge(
                    new MergeVertex(),
                    inputs.stream().map(input -> rowsFrom(axis, input)).toList(),
                    rowsFrom(axis, layer.outputShape(inputs)));
        }
    }

    private static Arrangement rowsFrom(int axis, Shape shape) {
        return Arrangement.rows(new Shape(shape.dimensions().subList(axis, shape.rank())).size());
    }
}
